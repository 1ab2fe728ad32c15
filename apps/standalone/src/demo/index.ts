export { type CountySize, type GeneratedCounty, generateCounty, makeCounty, TONGXIN, XUNWU } from './county.js';
export { needsSeed, seedDemo, type SeedOptions } from './seed.js';
