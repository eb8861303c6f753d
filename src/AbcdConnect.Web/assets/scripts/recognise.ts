// Finds in what was heard the gifts and asks of the taxonomy, on the phone and without asking anybody. This is the twin of
// src/AbcdConnect.Domain/People/{HeardWords,Lexicon,Recogniser}.cs, which say why things are as they are: change both, or
// neither. RecogniserConformanceTests holds them to the same answers.

export interface Recognised {
  term: number;
  kind: number;
  ask: boolean;
  ofOther: boolean;
  past: boolean;
  from: number;
  start: number;
  end: number;
  score: number;
}

interface LexiconFile {
  least: number;
  fold: string;
  read: string;
  forms: string;
  classes: string;
  cues: [string, string][];
  terms: [number, number, number, string, string][];
}

interface Word {
  text: string;
  start: number;
  end: number;
  brk: number;
  capital: boolean;
}

interface Token {
  symbols: number[];
  start: number;
  end: number;
  brk: number;
  capital: boolean;
  past: boolean;
  how: boolean;
}

interface Cue {
  who: string;
  mode: string;
  slots: number;
  within: number;
  after: number;
  marks: Set<string>;
}

interface Topic {
  node: number;
  at: number;
  length: number;
}

interface Found {
  term: number;
  ask: boolean;
  ofOther: boolean;
  past: boolean;
  from: number;
  start: number;
  end: number;
  score: number;
  withdrawn: boolean;
}

type TermAt = [term: number, slots: number];

const noBreak = 0;
const clauseBreak = 1;
const sentenceBreak = 2;
const clitics = ["n't", "'s", "'m", "'d", "'ll", "'ve", "'re"];

const slotLetters = "vlnahcwiqsx";
const [V, L, N, C, W, I, Q, S] = [1, 2, 4, 32, 64, 128, 256, 512] as const;
const gap = 0;
const symbolsAtMost = 16384;

const gapAtMost = 3;
const furtherWord = 4;
const sure = 90;
const saidAfter = 80;
const once = 60;

const isVowel = (c: string) => "aeiou".includes(c);
const isApostrophe = (c: number) => c === 0x27 || c === 0x2019 || c === 0x2018;
const isCapital = (c: number) => c >= 65 && c <= 90;

function isLetter(c: number): boolean {
  return (
    (c >= 97 && c <= 122) ||
    (c >= 65 && c <= 90) ||
    (c >= 48 && c <= 57) ||
    (c >= 0xc0 && c !== 0xd7 && c !== 0xf7 && !((c >= 0x2000 && c <= 0x2bff) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xfe00 && c <= 0xfe4f) || c >= 0xff00))
  );
}

function breakOf(text: string, at: number): number {
  switch (text[at]) {
    case "!":
    case "?":
    case "\n":
    case "\r":
    case ";":
    case "\u2026":
    case "\u2022":
      return sentenceBreak;
    case ".":
      return at + 1 >= text.length || !isLetter(text.charCodeAt(at + 1)) ? sentenceBreak : noBreak;
    case ",":
    case ":":
    case "(":
    case ")":
    case "\u2013":
    case "\u2014":
    case '"':
    case "\u201c":
    case "\u201d":
    case "/":
      return clauseBreak;
    case "-":
      return at > 0 && text[at - 1] === " " ? clauseBreak : noBreak;
    default:
      return noBreak;
  }
}

function split(text: string, fold: Map<string, string>): Word[] {
  const words: Word[] = [];
  let brk = sentenceBreak;
  let at = 0;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (!isLetter(c)) {
      brk = Math.max(brk, breakOf(text, at));
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && (isLetter(text.charCodeAt(end)) || (isApostrophe(text.charCodeAt(end)) && end + 1 < text.length && isLetter(text.charCodeAt(end + 1))))) {
      end++;
    }
    let word = "";
    for (let i = at; i < end; i++) {
      const letter = text.charCodeAt(i);
      const written = text.charAt(i);
      word += isCapital(letter) ? String.fromCharCode(letter + 32) : isApostrophe(letter) ? "'" : letter < 0xc0 ? written : (fold.get(written) ?? written);
    }
    const capital = isCapital(c) && end - at > 1 && !isCapital(text.charCodeAt(at + 1));
    const clitic = clitics.find((ending) => word.length > ending.length && word.endsWith(ending));
    if (clitic === undefined) {
      words.push({ text: word, start: at, end, brk, capital });
    } else {
      const cut = end - clitic.length;
      words.push({ text: word.slice(0, -clitic.length), start: at, end: cut, brk, capital });
      words.push({ text: clitic, start: cut, end, brk: noBreak, capital: false });
    }
    brk = noBreak;
    at = end;
  }
  return words;
}

function hasVowel(word: string, length: number): boolean {
  for (let i = 0; i < length; i++) {
    if (isVowel(word.charAt(i)) || word[i] === "y") {
      return true;
    }
  }
  return false;
}

function stem(word: string): string {
  let w = word;
  if (w.length > 4 && w.endsWith("ies")) {
    w = w.slice(0, -3) + "y";
  } else if (w.length > 4 && ["sses", "shes", "ches", "xes", "oes"].some((ending) => w.endsWith(ending))) {
    w = w.slice(0, -2);
  } else if (w.length > 3 && w.endsWith("s") && !"sui".includes(w.charAt(w.length - 2))) {
    w = w.slice(0, -1);
  }

  if (w.length > 4 && w.endsWith("ied")) {
    w = w.slice(0, -3) + "y";
  } else if (w.length > 4 && w.endsWith("ing") && hasVowel(w, w.length - 3)) {
    w = w.slice(0, -3);
  } else if (w.length > 3 && w.endsWith("ed") && hasVowel(w, w.length - 2)) {
    w = w.slice(0, -2);
  }

  if (w.length > 3 && w[w.length - 1] === w[w.length - 2] && !isVowel(w.charAt(w.length - 1))) {
    w = w.slice(0, -1);
  }
  return w.length > 3 && w.endsWith("e") ? w.slice(0, -1) : w;
}

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

function letters(text: string): number {
  let slots = 0;
  for (const letter of text) {
    slots |= 1 << slotLetters.indexOf(letter);
  }
  return slots;
}

function slotsOf(text: string): number {
  const slots = letters(text);
  return (slots & V) !== 0 ? slots | L | N : (slots & L) !== 0 ? slots | N : slots;
}

function cueOf(action: string): Cue {
  const cue: Cue = { who: "", mode: "", slots: 0, within: 0, after: 0, marks: new Set() };
  for (const part of action.split(" ")) {
    const colon = part.indexOf(":");
    if (part.length === 1 && part >= "A" && part <= "Z") {
      cue.who = part;
    } else if (colon > 0 && part.slice(0, colon) !== "after") {
      const slash = part.indexOf("/");
      cue.mode = part.slice(0, colon);
      cue.slots = letters(part.slice(colon + 1, slash));
      cue.within = Number(part.slice(slash + 1));
    } else if (colon > 0 && part !== "after:past" && part !== "after:long" && part !== "after:not") {
      cue.after = letters(part.slice(colon + 1));
    } else {
      cue.marks.add(part);
    }
  }
  return cue;
}

export class Lexicon {
  public readonly least: number;
  public readonly cues: Cue[] = [];
  public readonly terms: { id: number; kind: number; forMe: boolean; name: string }[] = [];
  private readonly fold = new Map<string, string>();
  private readonly readAs = new Map<string, string[]>();
  private readonly forms = new Map<string, string>();
  private readonly pastForms = new Set<string>();
  private readonly proper = new Set<string>();
  private readonly symbols = new Map<string, number>();
  private readonly classes = new Map<string, number[]>();
  private readonly edges = new Map<number, number>();
  private readonly cuesAt: number[] = [-1];
  private readonly allTermsAt: (TermAt[] | undefined)[] = [undefined];

  public constructor(file: LexiconFile) {
    this.least = file.least;
    this.symbols.set("*", gap);
    for (let i = 0; i + 1 < file.fold.length; i += 2) {
      this.fold.set(file.fold.charAt(i), file.fold.charAt(i + 1));
    }
    for (const line of lines(file.read)) {
      const cut = line.indexOf("=");
      this.readAs.set(line.slice(0, cut), line.slice(cut + 1).split(" "));
    }
    for (const line of lines(file.forms)) {
      const cut = line.search(/[<>]/);
      this.forms.set(line.slice(0, cut), line.slice(cut + 1));
      if (line[cut] === "<") {
        this.pastForms.add(line.slice(0, cut));
      }
    }
    for (const line of lines(file.classes)) {
      const cut = line.indexOf(":");
      const words = line.slice(cut + 1).split(" ");
      if (line.slice(0, cut) === "proper") {
        words.forEach((word) => this.proper.add(word.replace("=", "")));
        continue;
      }
      const symbol = this.symbol("@" + line.slice(0, cut));
      for (const word of words) {
        const held = this.classes.get(word);
        if (held === undefined) {
          this.classes.set(word, [symbol]);
        } else {
          held.push(symbol);
        }
      }
    }
    for (const [action, phrases] of file.cues) {
      this.cues.push(cueOf(action));
      for (const phrase of lines(phrases)) {
        this.cuesAt[this.node(phrase)] = this.cues.length - 1;
      }
    }
    for (const [id, kind, forMe, name, phrases] of file.terms) {
      this.terms.push({ id, kind, forMe: forMe === 1, name });
      for (const line of lines(phrases)) {
        const cut = line.indexOf(":");
        const slots = slotsOf(line.slice(0, cut));
        for (const phrase of line.slice(cut + 1).split(";")) {
          (this.allTermsAt[this.node(phrase)] ??= []).push([this.terms.length - 1, slots]);
        }
      }
    }
  }

  public tokens(text: string): Token[] {
    const tokens: Token[] = [];
    for (const word of split(text, this.fold)) {
      const instead = this.readAs.get(word.text);
      if (instead === undefined) {
        tokens.push(this.token(word.text, word, word.brk));
      } else {
        instead.forEach((other, at) => tokens.push(this.token(other, word, at === 0 ? word.brk : noBreak)));
      }
    }
    return tokens;
  }

  public edge(node: number, symbol: number): number {
    return this.edges.get(node * symbolsAtMost + symbol) ?? -1;
  }

  public cueAt(node: number): number {
    return this.cuesAt[node] ?? -1;
  }

  public termsAt(node: number): TermAt[] | undefined {
    return this.allTermsAt[node];
  }

  private token(text: string, word: Word, brk: number): Token {
    const { start, end, capital } = word;
    if (capital && brk === noBreak && !this.proper.has(text)) {
      return { symbols: [], start, end, brk, capital: true, past: false, how: false };
    }
    const stemmed = this.forms.get(text) ?? stem(text);
    const symbols = [this.symbols.get("=" + text), this.symbols.get(stemmed), ...(this.classes.get("=" + text) ?? []), ...(this.classes.get(stemmed) ?? [])].filter(
      (symbol) => symbol !== undefined,
    );
    const past = this.pastForms.has(text) || (!this.forms.has(text) && text.length > 4 && text.endsWith("ed"));
    return { symbols, start, end, brk, capital, past, how: text.length > 4 && text.endsWith("ly") };
  }

  private symbol(word: string): number {
    let symbol = this.symbols.get(word);
    if (symbol === undefined) {
      symbol = this.symbols.size;
      this.symbols.set(word, symbol);
    }
    return symbol;
  }

  private node(phrase: string): number {
    let node = 0;
    for (const word of phrase.split(" ")) {
      const key = node * symbolsAtMost + this.symbol(word);
      let next = this.edges.get(key);
      if (next === undefined) {
        next = this.cuesAt.length;
        this.edges.set(key, next);
        this.cuesAt.push(-1);
        this.allTermsAt.push(undefined);
      }
      node = next;
    }
    return node;
  }
}

export function recognise(lexicon: Lexicon, text: string): Recognised[] {
  const reading = new Reading(lexicon, lexicon.tokens(text));
  reading.read();
  return reading.result();
}

class Reading {
  private readonly found: Found[] = [];

  // Of the sentence.
  private who = "S";
  private implied = true;
  private lost = false;
  private otherNamed = false;
  private spokenOf = "";
  private subjectMayCome = true;
  private onlyTopics = true;
  private sentenceFrom = 0;

  // Of the clause.
  private verb = true;
  private verbMode = "do";
  private mode = "do";
  private slots = 0;
  private within = 0;
  private left = 0;
  private not = false;
  private past = false;
  private perfect = false;
  private fresh = false;
  private condition = 0;
  private clauseFrom = 0;
  private head = 0;
  private pending: Topic | undefined;
  private denied: Found[] = [];
  private bare: Topic[] = [];

  // The longest cue and topics at one place.
  private cueNode = -1;
  private cueLength = 0;
  private topicNode = -1;
  private topicLength = 0;
  private anyNode = -1;
  private anyLength = 0;

  public constructor(
    private readonly lexicon: Lexicon,
    private readonly tokens: Token[],
  ) {}

  public read(): void {
    let at = 0;
    while (at < this.tokens.length) {
      const { brk } = this.at(at);
      if (brk === sentenceBreak) {
        this.endSentence();
        this.startSentence(at);
      } else if (brk === clauseBreak) {
        this.comma(at);
      }

      this.cueNode = this.topicNode = this.anyNode = -1;
      this.cueLength = this.topicLength = this.anyLength = 0;
      this.match(0, at, at);
      if (this.topicLength > 0 && this.topicLength >= this.cueLength) {
        this.accept(at, this.topicLength, this.lexicon.termsAt(this.topicNode) ?? []);
        at += this.topicLength;
      } else if (this.cueLength > 0) {
        const cue = this.lexicon.cues[this.lexicon.cueAt(this.cueNode)];
        if (cue !== undefined) {
          this.apply(cue, at, this.cueLength);
        }
        at += this.cueLength;
      } else {
        at += this.pass(at);
      }
    }
    this.endSentence();
  }

  public result(): Recognised[] {
    const result: Recognised[] = [];
    const seen = new Set<string>();
    // Sorting keeps the order of equals, as OrderBy does.
    for (const f of [...this.found].sort((a, b) => a.start - b.start)) {
      const key = `${f.term} ${f.ask} ${f.ofOther} ${f.past}`;
      const term = this.lexicon.terms[f.term];
      if (!f.withdrawn && f.score >= this.lexicon.least && !seen.has(key) && term !== undefined) {
        seen.add(key);
        result.push({ term: term.id, kind: term.kind, ask: f.ask, ofOther: f.ofOther, past: f.past, from: f.from, start: f.start, end: f.end, score: f.score });
      }
    }
    return result;
  }

  private at(at: number): Token {
    return this.tokens[at] as Token;
  }

  private match(node: number, at: number, from: number): void {
    const length = at - from;
    if (length > 0) {
      if (this.lexicon.cueAt(node) >= 0 && length > this.cueLength) {
        [this.cueNode, this.cueLength] = [node, length];
      }
      const terms = this.lexicon.termsAt(node);
      if (terms !== undefined) {
        if (length > this.anyLength) {
          [this.anyNode, this.anyLength] = [node, length];
        }
        if (length > this.topicLength && this.open(terms) >= 0) {
          [this.topicNode, this.topicLength] = [node, length];
        }
      }
    }

    if (at >= this.tokens.length || (length > 0 && this.at(at).brk !== noBreak)) {
      return;
    }
    for (const symbol of this.at(at).symbols) {
      const next = this.lexicon.edge(node, symbol);
      if (next >= 0) {
        this.match(next, at + 1, from);
      }
    }
    const after = this.lexicon.edge(node, gap);
    if (after < 0) {
      return;
    }
    for (let skip = 0; skip <= gapAtMost && at + skip < this.tokens.length; skip++) {
      const token = this.at(at + skip);
      if (token.brk !== noBreak) {
        return;
      }
      for (const symbol of token.symbols) {
        const next = this.lexicon.edge(after, symbol);
        if (next >= 0) {
          this.match(next, at + skip + 1, from);
        }
      }
    }
  }

  private open(terms: TermAt[]): number {
    let best = -1;
    const opened = this.openSlots();
    const first = this.mode === "idea" ? I : Q;
    for (let i = 0; i < terms.length; i++) {
      const open = (terms[i] as TermAt)[1] & opened;
      if (open !== 0 && (best < 0 || ((open & first) !== 0 && ((terms[best] as TermAt)[1] & first) === 0))) {
        best = i;
      }
    }
    return best;
  }

  private openSlots(): number {
    if (this.who === "N" || this.who === "T" || this.condition > 0) {
      return 0;
    }
    let open: number = S;
    if (this.verb) {
      open |= V | (this.verbMode === "want" ? Q : 0);
    }
    return this.left > 0 ? open | (this.slots & ~V) : open;
  }

  private accept(at: number, length: number, terms: TermAt[]): void {
    const [term, its] = terms[this.open(terms)] as TermAt;
    const open = its & this.openSlots();
    const byVerb = (open & V) !== 0;
    const bySlot = this.left > 0 ? open & this.slots & ~(V | S) : 0;
    const { kind } = this.lexicon.terms[term] ?? {};
    const wanted = bySlot !== 0 ? this.mode === "want" && (bySlot & ~(W | I | C)) !== 0 : (byVerb || (open & Q) !== 0) && this.verbMode === "want";
    // Heart and story.
    const asked = wanted && kind !== 2 && kind !== 5;
    const justOnce = byVerb && bySlot === 0 && this.at(at).past && !this.perfect && !this.past;
    const was = this.lasts(term) && !asked && (this.past || justOnce);
    const score = was && justOnce ? once : sure - (bySlot !== 0 && !byVerb ? furtherWord * (this.within - this.left) : 0);
    (this.not ? this.denied : this.found).push({
      term,
      ask: asked || this.forMe(term),
      ofOther: this.who === "O",
      past: was,
      from: this.at(Math.min(this.head, at)).start,
      start: this.at(at).start,
      end: this.at(at + length - 1).end,
      score,
      withdrawn: false,
    });
    this.onlyTopics = false;
    this.left = this.within;
    this.verb = byVerb && bySlot !== 0 && this.verb;
    this.fresh = false;
    this.subjectMayCome = false;
    this.pending = undefined;
  }

  private pass(at: number): number {
    const token = this.at(at);
    if (this.anyLength > 0) {
      const topic = { node: this.anyNode, at, length: this.anyLength };
      this.pending ??= topic;
      this.bare.push(topic);
    } else {
      this.onlyTopics = false;
      if (token.symbols.length === 0 && (token.capital || token.how || at === this.sentenceFrom)) {
        return 1;
      }
    }
    if (this.implied) {
      this.lost = true;
    }
    this.verb = this.perfect = this.subjectMayCome = false;
    this.left = Math.max(0, this.left - 1);
    return Math.max(1, this.anyLength);
  }

  private apply(cue: Cue, at: number, length: number): void {
    const { marks } = cue;
    if (cue.after !== 0 || marks.has("after:past") || marks.has("after:long") || marks.has("after:not")) {
      this.afterwards(cue);
    }
    if (marks.has("and") || marks.has("but")) {
      this.and(at + length, marks.has("but"));
      return;
    }
    if (cue.mode !== "" || !(marks.has("keep") || marks.has("det"))) {
      this.onlyTopics = false;
    }
    if (cue.who !== "") {
      this.subject(cue.who, at);
    }
    if (marks.has("who")) {
      this.relative(at);
    }
    if (marks.has("if")) {
      this.condition = 1;
      this.verb = false;
      this.left = 0;
      this.subjectMayCome = true;
    }
    if (marks.has("end")) {
      this.end(at + length);
    }
    if (marks.has("det")) {
      this.verb = false;
    }
    if (marks.has("stop")) {
      this.verb = false;
      this.left = 0;
      this.subjectMayCome = false;
    }
    if (marks.has("not")) {
      this.not = true;
      this.fresh = false;
    }
    if (marks.has("past")) {
      this.past = true;
      this.fresh = false;
    }
    if (marks.has("perfect")) {
      this.perfect = true;
    }
    if (marks.has("offer")) {
      this.not = false;
      this.verb = !this.lost;
      this.verbMode = "do";
    }
    if (marks.has("learn")) {
      this.learn();
    }
    if (cue.mode !== "") {
      this.openWindow(cue, length);
    } else if (marks.has("v")) {
      this.verb = !this.lost;
    }
  }

  private openWindow(cue: Cue, length: number): void {
    const { marks, mode } = cue;
    if ((!this.verb && !this.fresh && (length === 1 || marks.has("near"))) || (marks.has("tight") && (!this.verb || this.fresh))) {
      return;
    }
    if (this.lost && (mode === "do" || mode === "have" || mode === "want") && !marks.has("free")) {
      return;
    }
    const caring = mode === "care" || mode === "wish" || mode === "idea";
    if (((this.who === "N" || this.who === "T") && caring) || (this.who === "T" && mode === "want")) {
      this.who = "S";
    }
    if (this.fresh) {
      this.not = marks.has("not");
      this.past = marks.has("past");
      this.fresh = false;
    }
    const keeps = marks.has("keep") || marks.has("perfect");
    if (!keeps || this.left === 0 || this.mode === "do") {
      this.mode = mode;
      this.slots = cue.slots;
      this.within = this.left = cue.within;
    }
    if ((cue.slots & V) !== 0) {
      this.verb = true;
      this.verbMode = mode;
    } else if (!keeps) {
      this.verb = marks.has("v");
      this.verbMode = "do";
    }
    if (caring || mode === "want") {
      this.implied = false;
    }
    this.subjectMayCome = false;
  }

  private subject(to: string, at: number): void {
    if ((to === "O" || to === "N") && !this.subjectMayCome) {
      this.spokenOf = to;
      this.otherNamed ||= to === "O";
      return;
    }
    if (this.left > 0 && !this.fresh && (this.mode === "care" || this.mode === "wish" || this.mode === "idea")) {
      return;
    }
    this.otherNamed ||= to === "O";
    this.who = to === "P" ? (this.otherNamed ? "O" : "S") : to === "T" ? (this.otherNamed ? "O" : "T") : to;
    this.spokenOf = this.who;
    this.implied = this.lost = this.not = this.past = this.perfect = this.fresh = false;
    this.verb = true;
    this.verbMode = this.mode = "do";
    this.left = 0;
    this.subjectMayCome = true;
    this.pending = undefined;
    this.condition = this.condition === 1 ? 2 : 0;
    this.clauseFrom = this.found.length;
    this.denied = [];
    this.head = at;
  }

  private relative(at: number): void {
    if (this.spokenOf === "O" || this.spokenOf === "N") {
      this.who = this.spokenOf;
      this.verb = true;
      this.verbMode = "do";
      this.left = 0;
      this.not = this.past = this.lost = false;
      this.head = at;
    } else if (this.implied) {
      this.verb = true;
      this.lost = false;
    } else {
      this.who = "N";
    }
  }

  private learn(): void {
    if (this.mode === "want" && (this.left > 0 || this.verb)) {
      this.verb = true;
      this.verbMode = "want";
      this.left = Math.max(this.left, this.within);
    } else {
      this.verb = false;
      this.left = 0;
    }
  }

  private afterwards(cue: Cue): void {
    if (cue.marks.has("after:past")) {
      for (const one of this.found.slice(this.clauseFrom)) {
        this.makePast(one);
      }
      this.denied.forEach((one) => this.makePast(one));
      this.found.push(...this.denied);
      this.denied = [];
    } else if (cue.marks.has("after:long")) {
      for (const one of this.found.slice(this.clauseFrom)) {
        one.score = Math.max(one.score, saidAfter);
      }
    } else if (cue.marks.has("after:not")) {
      for (const one of this.found.slice(this.clauseFrom)) {
        one.withdrawn = true;
      }
      this.pending = undefined;
    } else if (this.pending !== undefined && this.condition === 0) {
      this.take(this.pending, cue.after);
      this.pending = undefined;
    }
  }

  private makePast(one: Found): void {
    if (!one.ask && this.lasts(one.term)) {
      one.past = true;
      one.score = Math.max(one.score, saidAfter);
    }
  }

  /** Head, hands and resource. */
  private lasts(term: number): boolean {
    const kind = this.lexicon.terms[term]?.kind;
    return kind === 0 || kind === 1 || kind === 6;
  }

  private forMe(term: number): boolean {
    return this.lexicon.terms[term]?.forMe === true;
  }

  private take(topic: Topic, open: number): void {
    const taken = (this.lexicon.termsAt(topic.node) ?? []).find(([, its]) => (its & open) !== 0);
    if (taken !== undefined) {
      const { start } = this.at(topic.at);
      const end = this.at(topic.at + topic.length - 1).end;
      this.found.push({ term: taken[0], ask: this.forMe(taken[0]), ofOther: this.who === "O", past: false, from: start, start, end, score: saidAfter, withdrawn: false });
    }
  }

  private and(next: number, but: boolean): void {
    if (!this.lost && this.condition === 0) {
      this.reopen();
    }
    this.fresh = this.subjectMayCome = true;
    this.head = next;
    if (but) {
      this.not = this.past = false;
      this.left = 0;
      this.verbMode = "do";
    }
  }

  private comma(at: number): void {
    if (this.condition === 2) {
      this.condition = 0;
    }
    this.lost = false;
    if (this.condition === 0) {
      this.reopen();
    }
    this.fresh = this.subjectMayCome = true;
    this.head = at;
  }

  private reopen(): void {
    this.verbMode = this.mode === "want" && (this.slots & V) !== 0 ? "want" : "do";
    this.verb = this.who !== "N";
  }

  private end(next: number): void {
    this.verb = this.not = this.past = this.perfect = this.fresh = false;
    this.left = 0;
    this.subjectMayCome = true;
    this.condition = this.condition === 2 ? 0 : this.condition;
    this.lost = this.implied;
    this.head = next;
  }

  private endSentence(): void {
    if (this.onlyTopics) {
      for (const topic of this.bare) {
        this.take(topic, V | L | N);
      }
    }
  }

  private startSentence(at: number): void {
    this.otherNamed = this.who === "O";
    this.who = "S";
    this.implied = this.subjectMayCome = this.onlyTopics = true;
    this.lost = false;
    this.spokenOf = "";
    this.sentenceFrom = at;
    this.verb = true;
    this.verbMode = this.mode = "do";
    this.slots = this.within = this.left = 0;
    this.not = this.past = this.perfect = this.fresh = false;
    this.condition = 0;
    this.clauseFrom = this.found.length;
    this.head = at;
    this.pending = undefined;
    this.denied = [];
    this.bare = [];
  }
}
