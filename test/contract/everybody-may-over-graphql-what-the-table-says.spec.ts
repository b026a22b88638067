import { matrix } from './rights/matrix.js';

matrix('GraphQL');
