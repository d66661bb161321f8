// The browser part put together: the kit around, the router inside. Everything is composed here and in src/web.
import './ui/styles.ts';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Kit } from './ui/Kit.tsx';
import { keepShell } from './web/offline/register.ts';
import { router } from './web/routes.tsx';
import './web/sections.ts';

// Zod would try `new Function`, which the content security policy forbids and reports; it runs as well without.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Kit>
      <RouterProvider router={router} />
    </Kit>
  </StrictMode>,
);
void keepShell();
