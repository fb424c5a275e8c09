/**
 * The places in a tab's contentUrl that Teams fills in before it loads the frame.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/access-teams-context
 */
export type ContentPlaces = {
  theme: string
  locale: string
  entityId: string
  subEntityId: string
  oid: string
  upn: string
  tenantId: string
  /** channel, team, meeting and chat, by the names of the context */
  thread: Record<string, unknown>
}

/** Fills the places this host knows; any other place becomes empty, as in Teams. */
export function fillContentUrl(template: string, places: ContentPlaces): string {
  const { channelId, channelName, teamId, groupId, chatId, meetingId } = places.thread
  const values: Record<string, unknown> = {
    'channel.id': channelId,
    'channel.displayName': channelName,
    'team.internalId': teamId,
    'team.groupId': groupId,
    'chat.id': chatId,
    'meeting.id': meetingId,
    'app.theme': places.theme,
    'app.locale': places.locale,
    'app.host.clientType': 'web',
    'app.host.name': 'Teams',
    'page.id': places.entityId,
    'page.subPageId': places.subEntityId,
    'user.id': places.oid,
    'user.loginHint': places.upn,
    'user.userPrincipalName': places.upn,
    'user.tenant.id': places.tenantId,
  }
  return template.replaceAll(/\{([\w.]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name] ?? '')),
  )
}
