// Which page stands at which address. Pages of the rooms are loaded when first opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { ErrorPage } from '../ui/ErrorPage.tsx';
import { Waiting } from '../ui/show/Waiting.tsx';
import { Gate } from './Gate.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { StartPage } from './pages/StartPage.tsx';

type PageModule = Record<string, RouteComponent>;
const files = import.meta.glob<PageModule>([
  '../*/pages/*Page.tsx',
  '!../web/pages/{NotFound,Start}Page.tsx',
]);

/** 'members/PeoplePage' → the component of that name in src/members/pages/PeoplePage.tsx. */
function page(place: string): RouteComponent {
  const [room, name = ''] = place.split('/');
  const load = files[`../${room}/pages/${name}.tsx`] ?? files[`./pages/${name}.tsx`];
  return load ? lazyRouteComponent(load, name) : NotFoundPage;
}

const root = createRootRoute({
  component: Gate,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error }) => <ErrorPage error={error} />,
});

const pages: Record<string, string> = {
  '/worklist': 'web/WorkPage',
  '/worklist/print': 'worklist/PrintPage',
  '/overview': 'overview/OverviewPage',
  '/notices': 'reminders/NoticesPage',
  '/notices/settings': 'reminders/SettingsPage',
  '/people': 'members/PeoplePage',
  '/people/$id': 'members/PersonPage',
  '/units': 'org/UnitsPage',
  '/units/$id': 'web/WholeUnitPage',
  '/areas': 'areas/AreasPage',
  '/programmes': 'areas/ProgrammesPage',
  '/programmes/$id': 'areas/ProgrammePage',
  '/dossiers': 'admission/DossiersPage',
  '/dossiers/$id': 'admission/DossierPage',
  '/dossiers/$id/sheet/$entry': 'admission/SheetPage',
  '/pool': 'pool/PoolPage',
  '/sourcing': 'sourcing/SourcingPage',
  '/nominate': 'sourcing/NominatePage',
  '/fostering': 'fostering/FosteringPage',
  '/fostering/review': 'fostering/ReviewPage',
  '/fostering/review/print': 'fostering/ReviewPrintPage',
  '/charges': 'fostering/ChargesPage',
  '/verifications': 'verification/VerificationsPage',
  '/verifications/$id': 'verification/VerificationPage',
  '/handovers': 'moving/HandoversPage',
  '/handovers/$id': 'moving/HandoverPage',
  '/returns': 'moving/ReturnsPage',
  '/classes': 'classes/ClassesPage',
  '/classes/$id': 'classes/ClassPage',
  '/classes/$id/print': 'classes/ClassPrintPage',
  '/documents': 'documents/DocumentsPage',
  '/documents/$id': 'documents/DocumentPage',
  '/plans': 'plans/PlansPage',
  '/plans/$unit': 'plans/UnitPlanPage',
  '/plans/$unit/result': 'measures/ResultPage',
  '/measures/$id': 'measures/MeasurePage',
  '/urgings': 'measures/UrgingsPage',
  '/plans/$unit/cascade': 'cascade/CascadePage',
  '/statistics': 'statistics/StatisticsPage',
  '/statistics/$figure': 'statistics/FigurePage',
  '/statistics/$figure/records': 'statistics/RecordsPage',
  '/reports': 'reports/ReportsPage',
  '/reports/new': 'reports/AskPage',
  '/reports/draft': 'reports/DraftPage',
  '/reports/forms': 'reports/FormsPage',
  '/difficulties': 'reports/DifficultiesPage',
  '/reports/rounds/$id': 'reports/RoundPage',
  '/reports/schedules/$id': 'reports/SchedulePage',
  '/reports/$id': 'reports/ReportPage',
  '/imports': 'exchange/ImportsPage',
  '/imports/$id': 'exchange/ImportPage',
  '/regulations': 'lawbook/RegulationsPage',
  '/regulations/rules': 'lawbook/RulesPage',
  '/regulations/rules/$id': 'lawbook/RulePage',
  '/regulations/compare': 'lawbook/ComparePage',
  '/regulations/what-if': 'lawbook/WhatIfPage',
  '/regulations/calendar': 'lawbook/WorkCalendarPage',
  '/regulations/$id': 'lawbook/RegulationPage',
  '/admin': 'web/AdminPage',
  '/account': 'web/AccountPage',
  '/help': 'web/HelpPage',
};

const children = [
  createRoute({ getParentRoute: () => root, path: '/', component: StartPage }),
  ...Object.entries(pages).map(([path, place]) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: page(place),
      errorComponent: ({ error }) => <ErrorPage error={error} />,
    }),
  ),
];

export const router = createRouter({
  routeTree: root.addChildren(children),
  // Addresses hold plain words (?stage=helped), not JSON.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (words) => {
    const query = new URLSearchParams(words as Record<string, string>).toString();
    return query ? `?${query}` : '';
  },
  defaultPendingComponent: () => <Waiting rows={8} />,
  defaultPendingMs: 150,
  scrollRestoration: true,
});
