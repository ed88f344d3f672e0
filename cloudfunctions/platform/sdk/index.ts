export * from './caller';
export * from './database';
export * from './open-api';
export * from './storage';
