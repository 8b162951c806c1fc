/** The version of the engine, part of the coordinates of every answer; a test keeps it equal to the package's. */
export const ENGINE_VERSION = '0.1.0';
