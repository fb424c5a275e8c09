/** The words of every fixed set, Swedish as declared in the lists; the English twin is in en.ts. */
import { benefitKinds, costKinds, financings } from '#src/lists/businessCase.ts'
import { complexities, natures, pios } from '#src/lists/balance.ts'
import { decisionMatters, outcomes, trailKinds } from '#src/lists/decisions.ts'
import { lights, riskLevels } from '#src/lists/followUp.ts'
import {
  dependencyChecks,
  informationClasses,
  initiativeTypes,
  scopes,
  similarChecks,
  stages,
  states,
  unionResults,
  unionStates,
  yesNoUnknown,
} from '#src/lists/initiatives.ts'
import { decisionKinds, mandateScopes, matters, roles, unitKinds } from '#src/lists/organisation.ts'
import { processNames } from '#src/lists/portfolios.ts'

export const svVocabulary = {
  stages,
  states,
  scopes,
  initiativeTypes,
  yesNoUnknown,
  similarChecks,
  dependencyChecks,
  unionStates,
  unionResults,
  informationClasses,
  costKinds,
  financings,
  benefitKinds,
  outcomes,
  decisionMatters,
  matters,
  decisionKinds,
  mandateScopes,
  roles,
  unitKinds,
  processNames,
  trailKinds,
  pios,
  complexities,
  natures,
  lights,
  riskLevels,
}
export type Vocabulary = { [G in keyof typeof svVocabulary]: Record<keyof (typeof svVocabulary)[G], string> }
