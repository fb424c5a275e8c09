/** A person's own choices: when the day's reminders come, of what, and a pause. */
import type { IAdaptiveCard, IChoiceSetInput, IDateInput } from '@microsoft/teams.cards'
import * as v from 'valibot'
import {
  type ReminderKind,
  type ReminderChoice,
  reminderChoices,
  reminderKinds,
} from '#src/lists/reminding.ts'
import { DIGEST_HOURS, DIGEST_TIME } from '#src/rules/reminding/digestHours.ts'
import { minutesOf, timeOf } from '#src/rules/days/clock.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatTime } from '#src/text/formatTime.ts'
import { attempt, newId, refusalBox, typedText } from './doing.ts'
import { cardId } from './matter.ts'
import { box, choiceInput, execute, heading, openPage, paragraph, quiet } from './parts.ts'
import { routes } from './routes.ts'
import { type Answers, cardOf, type Telling } from './telling.ts'

const kinds = Object.keys(reminderKinds) as ReminderKind[]
const STEP = 30

/** As it is chosen, or was typed when it couldn't be saved. */
interface Typed {
  time?: string | undefined
  wanted?: readonly ReminderKind[] | undefined
  pausedFrom?: string | undefined
  pausedTo?: string | undefined
}

const typedShape = v.object({
  id: cardId,
  time: typedText,
  wanted: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  pausedFrom: typedText,
  pausedTo: typedText,
})

export async function settingsCard(telling: Telling): Promise<IAdaptiveCard> {
  return drawn(typedFrom(await chosenBy(telling)), telling)
}

export const settingsAnswers: Answers = {
  settings: async (_, telling) => settingsCard(telling),
  async saveSettings(data, telling) {
    const { id = newId(), wanted: list, ...typed } = v.parse(typedShape, data)
    const wanted = kinds.filter((kind) => list.split(',').includes(kind))
    const { time = null, pausedFrom = null, pausedTo = null } = typed
    const { refusals } = await attempt(telling, {
      name: 'saveReminderChoice',
      args: { time, off: kinds.filter((kind) => !wanted.includes(kind)), pausedFrom, pausedTo },
      id,
    })
    if (refusals.length > 0) return drawn({ ...typed, wanted }, telling, { refusals, id })
    return drawn(typedFrom(await chosenBy(telling)), telling, { isSaved: true })
  },
}

async function chosenBy({ of: { store }, me }: Telling): Promise<ReminderChoice | undefined> {
  const [found] = await store.where(reminderChoices, { column: 'person', value: me.id })
  return found
}

const typedFrom = (choice: ReminderChoice | undefined): Typed => ({
  time: choice?.time,
  wanted: kinds.filter((kind) => !choice?.off?.includes(kind)),
  pausedFrom: choice?.pausedFrom,
  pausedTo: choice?.pausedTo,
})

function drawn(
  { time = DIGEST_TIME, wanted = kinds, pausedFrom, pausedTo }: Typed,
  { words, of, today }: Telling,
  {
    refusals = [],
    isSaved = false,
    id = newId(),
  }: { refusals?: readonly Refusal[]; isSaved?: boolean; id?: string } = {},
): IAdaptiveCard {
  const { t, locale, of: wordOf } = words
  const which: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'wanted',
    label: t('bot.settingsKinds'),
    style: 'expanded',
    isMultiSelect: true,
    choices: kinds.map((kind) => ({ title: wordOf(reminderKinds, kind), value: kind })),
    value: wanted.join(','),
  }
  const date = (name: string, label: string, value: string | undefined): IDateInput => ({
    type: 'Input.Date',
    id: name,
    label,
    ...(value && { value }),
  })
  return cardOf(
    {
      summary: t('bot.settings'),
      body: [
        heading(t('bot.settings')),
        ...(isSaved ? [box('good', paragraph(t('bot.saved')))] : []),
        ...refusalBox(refusals, words),
        choiceInput(
          'time',
          t('bot.settingsTime'),
          timesWith(time).map((one) => ({ title: formatTime(one, locale), value: one })),
          time,
        ),
        which,
        date('pausedFrom', t('bot.pauseFrom'), pausedFrom),
        date('pausedTo', t('bot.pauseTo'), pausedTo),
        quiet(t(pausedTo && pausedTo < today ? 'bot.pauseOver' : 'bot.pauseHint')),
      ],
      actions: [
        execute({ title: t('app.save'), verb: 'saveSettings', data: { id }, primary: true }),
        openPage(t('bot.openSettings'), of.tabLink(routes.reminders)),
      ],
    },
    words,
  )
}

/** Every half hour that digests come, and the time that is chosen. */
function timesWith(chosen: string): string[] {
  const [from = 0, to = 0] = [minutesOf(DIGEST_HOURS.from), minutesOf(DIGEST_HOURS.to)]
  const times = Array.from({ length: Math.floor((to - from) / STEP) + 1 }, (_, i) => timeOf(from + i * STEP))
  return times.includes(chosen) ? times : [...times, chosen].toSorted()
}
