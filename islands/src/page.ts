/** What every island needs of a page: its elements, its data, its requests. */

/** Listen to an event, typed by its name. */
export function on<K extends keyof DocumentEventMap>(
  where: Document | HTMLElement,
  name: K,
  act: (event: DocumentEventMap[K]) => void,
): void {
  where.addEventListener(name, act as EventListener);
}

/** Send a form's words as the page's own forms do, with the secret of this session. */
export async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const secret = document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
  return fetch(path, {
    method: "POST",
    headers: { "X-CSRF": secret, Accept: "application/json" },
    body: new URLSearchParams(fields),
  });
}
