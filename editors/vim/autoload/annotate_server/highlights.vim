vim9script
# What is drawn into a buffer: text properties for entities and claims, and for findings text
# properties, signs or virtual text.

const groups = {
  PERSON: 'AnnotatePerson',
  ORG: 'AnnotateOrganization',
  GPE: 'AnnotatePlace',
  LOC: 'AnnotatePlace',
  FAC: 'AnnotatePlace',
  NORP: 'AnnotateGroup',
  LANGUAGE: 'AnnotateGroup',
  EVENT: 'AnnotateEvent',
  WORK_OF_ART: 'AnnotateWork',
  LAW: 'AnnotateWork',
  PRODUCT: 'AnnotateProduct',
  DATE: 'AnnotateDate',
  TIME: 'AnnotateDate',
  MONEY: 'AnnotateQuantity',
  PERCENT: 'AnnotateQuantity',
  QUANTITY: 'AnnotateQuantity',
  ORDINAL: 'AnnotateQuantity',
  CARDINAL: 'AnnotateQuantity',
  ROLE: 'AnnotateRole',
}

# Where properties overlap, the higher one wins. A claim covers much text, an entity little, and a
# role may hold the name of an organization.
const priorities = {
  AnnotateClaimContent: 1,
  AnnotateClaimSource: 2,
  AnnotateClaimCue: 3,
  AnnotateRole: 10,
  AnnotatePerson: 11,
  AnnotateOrganization: 11,
  AnnotatePlace: 11,
  AnnotateGroup: 11,
  AnnotateEvent: 11,
  AnnotateWork: 11,
  AnnotateProduct: 11,
  AnnotateDate: 11,
  AnnotateQuantity: 11,
}

# The groups of findings by severity, from 1 on.
const severities = [
  'AnnotateError', 'AnnotateWarning', 'AnnotateInformation', 'AnnotateInformation'
]

# Virtual text has a type of its own, since it is removed by type.
const virtual = 'AnnotateVirtual'

# The type of hints.
const hint = 'AnnotateHint'

# The group of signs.
const signs = 'annotate_server'

# Makes known what is drawn; once is enough.
export def Define()
  for [group, priority] in priorities->items()
    DefineType(group, {highlight: group, priority: priority, combine: true})
  endfor
  DefineType(hint, {highlight: hint})
  for group in severities[ : 2]
    DefineType(group, {highlight: group, priority: 20, combine: true})
    DefineType(virtual .. group, {highlight: group .. 'Text'})
    sign_define(group, {text: group[8] .. '>', texthl: group .. 'Text'})
  endfor
enddef

# Draws entities and claims in place of those that are there.
export def Draw(buffer: number, entities: list<dict<any>>, claims: list<dict<any>>)
  Clear(buffer)
  # One call for each group is many times as fast as one for each place.
  var places: dict<list<list<number>>> = {}
  for group in priorities->keys()
    places[group] = []
  endfor
  for claim in claims
    places.AnnotateClaimContent->extend(claim.content->mapnew((_, range) => Place(range)))
    places.AnnotateClaimSource->extend(claim.source->mapnew((_, range) => Place(range)))
    places.AnnotateClaimCue->extend(claim.cue->mapnew((_, range) => Place(range)))
  endfor
  for entity in entities
    if groups->has_key(entity.type)
      places[groups[entity.type]]->add(Place(entity.range))
    endif
  endfor
  for [group, ranges] in places->items()
    AddAll(buffer, group, ranges)
  endfor
enddef

export def Clear(buffer: number)
  if bufloaded(buffer)
    prop_remove({types: priorities->keys(), bufnr: buffer, all: true})
  endif
enddef

# Draws hints behind the words that they explain, in place of those that are there.
export def DrawHints(buffer: number, hints: list<dict<any>>)
  ClearHints(buffer)
  for one in hints
    AddVirtual(buffer, hint, one.position, {text: ' ' .. one.label})
  endfor
enddef

export def ClearHints(buffer: number)
  if bufloaded(buffer)
    prop_remove({type: hint, bufnr: buffer, all: true})
  endif
enddef

# Draws findings in place of those that are there, in the ways that the user wants.
export def DrawFindings(buffer: number, findings: list<dict<any>>)
  ClearFindings(buffer)
  const ways: list<string> = g:->get('annotate_server_findings', ['underline'])
  for finding in findings
    const group = severities[finding->get('severity', 2) - 1]
    if ways->index('underline') >= 0
      Add(buffer, group, Place(Visible(finding.range)))
    endif
    if ways->index('signs') >= 0
      sign_place(0, signs, group, buffer, {lnum: finding.range.start.line + 1})
    endif
    if ways->index('text') >= 0
      const shown = {text: '  ' .. finding.message, text_align: 'after'}
      AddVirtual(buffer, virtual .. group, {line: finding.range.start.line, character: -1}, shown)
    endif
  endfor
enddef

export def ClearFindings(buffer: number)
  if bufloaded(buffer)
    const drawn = severities[ : 2]
    const types = drawn + drawn->mapnew((_, group) => virtual .. group)
    prop_remove({types: types, bufnr: buffer, all: true})
    sign_unplace(signs, {buffer: buffer})
  endif
enddef

def DefineType(name: string, properties: dict<any>)
  if prop_type_get(name)->empty()
    prop_type_add(name, properties)
  endif
enddef

# Where a range begins and ends, as Vim counts.
def Place(range: dict<any>): list<number>
  return [
    range.start.line + 1, range.start.character + 1, range.end.line + 1, range.end.character + 1
  ]
enddef

def AddAll(buffer: number, group: string, places: list<list<number>>)
  try
    prop_add_list({type: group, bufnr: buffer}, places)
  catch /^Vim\%((\S\+)\)\?:E96[46]:/
    # A place that is not there has kept away those that follow it.
    prop_remove({type: group, bufnr: buffer, all: true})
    for place in places
      Add(buffer, group, place)
    endfor
  endtry
enddef

def Add(buffer: number, group: string, place: list<number>)
  const [lnum, column, end_lnum, end_column] = place
  try
    prop_add(lnum, column, {
      type: group,
      bufnr: buffer,
      end_lnum: end_lnum,
      end_col: end_column,
    })
  catch /^Vim\%((\S\+)\)\?:E96[46]:/
    # A line that is not valid UTF-8 may be shorter here than in the server.
  endtry
enddef

# Adds text that is not in the buffer; where the column is 0 for Vim, beside the line.
def AddVirtual(buffer: number, group: string, position: dict<any>, shown: dict<any>)
  try
    prop_add(position.line + 1, position.character + 1, shown->copy()->extend({
      type: group,
      bufnr: buffer,
    }))
  catch /^Vim\%((\S\+)\)\?:E96[46]:/
    # The place is gone.
  endtry
enddef

# The range, or where it is empty the character after it.
def Visible(range: dict<any>): dict<any>
  if range.start != range.end
    return range
  endif
  const end = {line: range.end.line, character: range.end.character + 1}
  return {start: range.start, end: end}
enddef
