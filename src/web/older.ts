// The language as far as `tsconfig.json` lets us write it (ES2024), for browsers of early 2023; loaded by them alone.
import 'core-js/stable/array/to-reversed';
import 'core-js/stable/array/to-sorted';
import 'core-js/stable/array/to-spliced';
import 'core-js/stable/array/with';
import 'core-js/stable/map/group-by';
import 'core-js/stable/object/group-by';
import 'core-js/stable/promise/with-resolvers';
import 'core-js/stable/string/is-well-formed';
import 'core-js/stable/string/to-well-formed';
