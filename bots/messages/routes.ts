/** Addresses of the tab's pages, as cards link to them. */

const part = encodeURIComponent

export const routes = {
  home: '/home',
  initiative: (key: string) => `/initiative/${part(key)}`,
  deciding: (key: string) => `/initiative/${part(key)}#next-title`,
  report: (key: string, month: string) => `/report/${part(key)}?month=${part(month)}`,
  need: (key: string) => `/need/${part(key)}`,
  minutes: (meeting: string) => `/meeting/${part(meeting)}?part=minutes`,
  agenda: (meeting: string) => `/meeting/${part(meeting)}?part=prepare`,
  meetings: '/meetings',
  meeting: (key: string) => `/meeting/${part(key)}`,
  forum: (key: string) => `/forum/${part(key)}`,
  actions: '/actions',
  decision: (key: string) => `/decisions?key=${part(key)}`,
  reminders: '/reminders',
  followUp: '/followUp',
  prioritise: '/prioritise',
  ranking: (forum: string, key: string) => `/prioritise?forum=${part(forum)}&ranking=${part(key)}`,
  order: (forum: string, year: number) =>
    `/prioritise/session?forum=${part(forum)}&year=${year}&question=order`,
} as const
