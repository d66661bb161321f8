// The polyfills have no types: they are imported for what they add to the language.
declare module 'core-js/stable/*';
