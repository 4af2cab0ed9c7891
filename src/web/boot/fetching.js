/** Fetches the app's own files. */

/** A file of the app that did not arrive. */
export class MissingFile extends Error {
  constructor(name, reason) {
    super(`${name}: ${reason}`);
    this.fileName = name;
    this.reason = reason;
  }
}

/** The response to a file's address; rejects with MissingFile when it does not arrive. */
export async function get(url) {
  const name = new URL(url, location.href).pathname.split('/').pop();
  const response = await fetch(url).catch((error) => {
    throw new MissingFile(name, error.message);
  });
  if (!response.ok) throw new MissingFile(name, `the server answered ${response.status}`);
  return response;
}
