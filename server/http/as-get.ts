/**
 * The request as one for the whole answer. A HEAD is answered like a GET, without its body; a room that hears of it leaves
 * the body out itself, and nothing is left to make an answer from.
 */
export function asGet(request: Request): Request {
  return request.method === 'HEAD' ? new Request(request.url, { headers: request.headers }) : request
}
