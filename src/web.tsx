// The browser part put together: the kit around, the router inside. Everything is composed here and in src/web.
import './ui/styles.ts';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Kit } from './ui/Kit.tsx';
import { keepShell } from './web/offline/register.ts';
import { router } from './web/routes.tsx';
import { laySections } from './web/sections.ts';

// Zod would try `new Function`, which the content security policy forbids and reports; it runs as well without.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

function draw(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  laySections();
  createRoot(root).render(
    <StrictMode>
      <Kit>
        <RouterProvider router={router} />
      </Kit>
    </StrictMode>,
  );
}

// No `await` here: pages could then share no file with this one. The shell itself does without what older browsers lack.
if ('withResolvers' in Promise) draw();
else void import('./web/older.ts').then(draw);
void keepShell();
