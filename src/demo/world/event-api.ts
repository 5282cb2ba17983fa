import { json, page, type Service } from './server.ts';

export const EVENT_ID = '20000000-0000-4000-8000-0000000000e1';
/** Opens nothing: the demo's own server alone knows it. */
export const TOKEN = 'demo-reader';
export const ADMIN_ORIGIN = 'https://admin.demo.example';

const EVENTS = [
  { id: EVENT_ID, name: 'Kegiatan contoh 3', program_type: 'NON_KSR', status: 'ongoing' },
  {
    id: '20000000-0000-4000-8000-0000000000e2',
    name: 'Kegiatan contoh 4',
    program_type: 'ORIENTASI',
    status: 'published',
  },
];

/**
 * The event API and its admin page. Without a whole guard it is as in the field: only an `x-event-id` that differs
 * from the path is refused, so that /events passes without one. That turns EVT-03 red, which is the right answer.
 */
export const eventApi =
  ({ guarded }: { readonly guarded: boolean }): Service =>
  ({ method, path, headers }) => {
    if (path.startsWith('/admin/')) return page('Event');
    const cors = headers.origin === ADMIN_ORIGIN ? allowed : {};
    if (method === 'OPTIONS') return { status: 204, headers: cors, body: '' };
    if (path === '/health') return json({ status: 'ok', db: 'ok', auth: 'ok' }, 200, cors);
    if (headers.authorization !== `Bearer ${TOKEN}`) return refusal(401, 'Unauthorized');
    const about = headers['x-event-id'];
    if (guarded && about === undefined) return refusal(403, 'PermissionDeniedForEvent');
    if (path === '/events') return json({ items: EVENTS, limit: 20, offset: 0 }, 200, cors);
    const id = path.startsWith('/events/') ? path.slice('/events/'.length) : null;
    const event = EVENTS.find((one) => one.id === id);
    if (event === undefined) return refusal(404, 'Not Found');
    if (about !== undefined && about !== id) return refusal(403, 'PermissionDeniedForEvent');
    return json(event, 200, cors);
  };

const allowed = {
  'access-control-allow-origin': ADMIN_ORIGIN,
  'access-control-allow-methods': 'GET,POST,PATCH',
  'access-control-allow-headers': 'authorization,content-type,x-event-id',
  vary: 'Origin',
};

function refusal(statusCode: number, error: string) {
  return json({ statusCode, error, message: error }, statusCode);
}
