// Parts that rooms lay onto the page of a dossier, in order.
import { useSections } from '../admission/pages/sections.ts';
import { movingSections } from '../moving/pages/sections.tsx';
import { verificationSections } from '../verification/pages/sections.tsx';

useSections([...verificationSections, ...movingSections]);
