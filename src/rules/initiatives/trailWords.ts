/** The trail keeps SharePoint's words: which stage, state or light they are. */
import { type Light, lights } from '#src/lists/followUp.ts'
import { type Stage, stages, type State, states } from '#src/lists/initiatives.ts'

const keysOf = <K extends string>(words: Record<K, string>): ReadonlyMap<string, K> =>
  new Map(Object.entries(words).map(([key, word]) => [word as string, key as K]))

const byWord = { stages: keysOf<Stage>(stages), states: keysOf<State>(states), lights: keysOf<Light>(lights) }

/** `undefined` for words that are none of ours. */
export const stageIn = (words = '') => byWord.stages.get(words)
export const stateIn = (words = '') => byWord.states.get(words)
export const lightIn = (words = '') => byWord.lights.get(words)
