/** The text editor's chunk: the only JavaScript that knows CodeMirror, loaded after the first paint. */

export {};
