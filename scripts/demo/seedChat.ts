/** The demo's bots in the tenant's Teams: known there, with a handful of people and in some forums' channels. */
import type { Tenant } from '#scripts/tenant/tenant.ts'
import { entraIdOf, installations } from './installation.ts'
import { readOrganisation } from './organisationFile.ts'
import type { DemoName } from './prepare.ts'

/** Everybody else meets the bot when they, or an administrator, install it. */
const people: Record<DemoName, readonly string[]> = {
  // Project manager, development lead, head of home care, administrator, employee.
  city: ['p-015', 'p-012', 'p-002', 'p-014', 'p-027'],
  // Project manager, coordinator, portfolio owner.
  region: ['p-113', 'p-112', 'p-106'],
}

/** Forums that have a channel in Teams. */
const channels: Record<DemoName, { team: string; forums: readonly string[] }> = {
  city: { team: 'Digital samstyrning', forums: ['f-sd-ht', 'f-sd-vob', 'f-sd-hsv', 'f-sd-myn', 'f-sd-hff'] },
  region: { team: 'Portföljstyrning', forums: ['f-pl-vp', 'f-pl-vs'] },
}

/** The bot's server must be listening at `endpoint`: it is told of each who has it, the first time. */
export async function seedChat(
  { control: { chat } }: Tenant,
  demo: DemoName,
  { endpoint, origin }: { endpoint: string; origin: string },
): Promise<void> {
  const { apps, siteId, teamsApp, administrator } = installations[demo]
  const bot = apps.bot
  const app = { appId: teamsApp.id, catalogId: teamsApp.catalogId, entraId: apps.samstyr }
  const was = chat.register({ clientId: bot, name: 'Samstyr', endpoint, siteId, ...app }, origin)
  // The bot has kept an address for each chat, and this tenant has another now.
  if (was === 'elsewhere') await chat.upgrade(bot)
  // Whoever has removed it since is left in peace.
  if (was !== 'unknown') return
  await Promise.all(people[demo].map((id) => chat.install(entraIdOf(id), bot)))
  const { team, forums } = channels[demo]
  const { forums: known } = readOrganisation()
  for (const { id, name, members } of known)
    if (forums.includes(id))
      await chat.addToChannel(bot, { name, team, members: members.map(entraIdOf) }, entraIdOf(administrator))
}
