/** What is said about marking an initiative as confidential. */
import type { sentences as sv } from '../sv/confidential.ts'

export const sentences = {
  'confidential.title': 'Confidentiality',
  'confidential.open': 'read by all staff',
  'confidential.narrow': 'read only by the group for confidential matter',
  'confidential.openLong': 'The initiative is read by all staff.',
  'confidential.mark': 'Mark as confidential …',
  'confidential.basis': 'Confidential by the Public Access to Information and Secrecy Act',
  'confidential.basisHint': 'Chapter (kap.) and section (§). Choose one of the common ones or write another.',
  'confidential.law.procurement': 'procurement and other purchases',
  'confidential.law.business': 'the authority’s business or operating conditions',
  'confidential.law.others': 'suppliers’ business or operating conditions',
  'confidential.law.security': 'security or surveillance measures, of IT systems too',
  'confidential.law.risk': 'crises in peacetime: analyses, planning and handling',
  'confidential.law.anybody': 'anybody’s health or sexual life, in all activities',
  'confidential.law.health': 'health and medical care',
  'confidential.law.social': 'social services',
  'confidential.reason': 'Reason',
  'confidential.reasonHint':
    'What is protected, and for about how long. Read only by the group for confidential matter.',
  'confidential.what':
    'The initiative moves with its costs, benefits, reports, decisions and history to lists that only the group for confidential matter reads. Other initiatives that refer to it show only the number {number}.',
  'confidential.stays':
    'What has already been read or sent, or stands in minutes, stays, and so do earlier versions in SharePoint of rows that name the initiative. Security-classified matter does not belong here at all.',
  'confidential.loseTitle': 'Will no longer read the initiative',
  'confidential.loseMaybe':
    'Will no longer read the initiative, unless they are in the group for confidential matter',
  'confidential.loseNone':
    'Everybody with a part in the initiative is in the group for confidential matter and goes on reading it.',
  'confidential.loseWaiting': 'Checking who is in the group for confidential matter …',
  'confidential.parts': 'Part of the initiative but not marked: {names}. Mark each of them if needed.',
  'confidential.send': 'Mark as confidential',
  'confidential.marked':
    'Marked as confidential {day} by {who} under {basis} of the Public Access to Information and Secrecy Act.',
  'confidential.disclosure':
    'The mark is a reminder: confidentiality is tried at each request for disclosure.',
  'confidential.change': 'Change section or reason …',
  'confidential.lift': 'Lift confidentiality …',
  'confidential.liftReason': 'Why it is lifted',
  'confidential.liftWhat':
    'The initiative and all that belongs to it are read by all staff again, also what has been written meanwhile. The history shows that it was confidential and why it was lifted.',
  'confidential.liftSend': 'Lift confidentiality',
  'confidential.doneMark':
    'The initiative is confidential and read only by the group for confidential matter.',
  'confidential.doneLift': 'Confidentiality is lifted. The initiative is read by all staff.',
  'confidential.waiting': 'It waits for the net. Until then the initiative is read by those who read it now.',
  'confidential.files':
    'Documents are read by all staff and cannot be added while the initiative is confidential.',
} satisfies Record<keyof typeof sv, string>
