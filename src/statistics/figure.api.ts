// The catalogue of figures: what each counts and by which text, for whoever reads plans.
import { route, type Route } from '../platform/http.ts';
import { allFigures, figuresView } from './view.ts';

export const figureRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/figures',
    action: 'plan.read',
    summary: 'The catalogue of figures: what each counts, on which day, by which text, and its parts',
    response: figuresView,
    handler: async () => allFigures(),
  }),
];
