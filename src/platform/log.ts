// Structured logs without personal data: route patterns instead of addresses, never bodies, queries or names.
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

export const loggerOptions = (level: LogLevel) => ({
  level,
  redact: ['req.headers', 'req.url', 'err.parameters', 'err.detail', 'err.where'],
});
