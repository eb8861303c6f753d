namespace AbcdConnect.Domain.People;

/// <summary>Finds in what was heard the gifts and asks of the taxonomy. It reads the words once, from left to right, keeping
/// whom they speak of, what they claim (does, has, cares about, would like) and whether it is denied or past. Its twin is in
/// assets/scripts/recognise.ts: change both, or neither (RecogniserConformanceTests).</summary>
public sealed class Recogniser(Lexicon lexicon)
{
    private const int GapAtMost = 3;
    private const int FurtherWord = 4;
    private const int Sure = 90;
    private const int SaidAfter = 80;

    // "She made the tea": once, and no gift unless it was for years.
    private const int Once = 60;

    /// <summary>How many comparisons the last text took: the measure by which the time is shown to grow with the text only.</summary>
    public long Steps { get; private set; }

    /// <summary>In the order in which they stand in the text; each entry once for each whom, direction and time.</summary>
    public IReadOnlyList<RecognisedGift> In(string text)
    {
        Steps = 0;
        Reading reading = new(lexicon, lexicon.Tokens(text));
        reading.Read();
        Steps = reading.Steps;
        return reading.Result();
    }

    private sealed class Reading(Lexicon lexicon, List<Lexicon.Token> tokens)
    {
        private readonly List<Found> found = [];

        // Of the sentence.
        private char who = 'S';
        private bool implied = true;
        private bool lost;
        private bool otherNamed;
        private char spokenOf;
        private bool subjectMayCome = true;
        private bool onlyTopics = true;
        private int sentenceFrom;

        // Of the clause.
        private bool verb = true;
        private string verbMode = "do";
        private string mode = "do";
        private int slots;
        private int within;
        private int left;
        private bool not;
        private bool past;
        private bool perfect;
        private bool fresh;
        private int condition;
        private int clauseFrom;
        private int head;
        private Topic? pending;
        private readonly List<Found> denied = [];
        private readonly List<Topic> bare = [];

        // The longest cue and topics at one place.
        private int cueNode;
        private int cueLength;
        private int topicNode;
        private int topicLength;
        private int anyNode;
        private int anyLength;

        public long Steps { get; private set; }

        public void Read()
        {
            var at = 0;
            while (at < tokens.Count)
            {
                var token = tokens[at];
                if (token.Break == HeardWords.SentenceBreak)
                {
                    EndSentence();
                    StartSentence(at);
                }
                else if (token.Break == HeardWords.ClauseBreak)
                {
                    Comma(at);
                }

                (cueNode, cueLength, topicNode, topicLength, anyNode, anyLength) = (-1, 0, -1, 0, -1, 0);
                Match(0, at, at);
                if (topicLength > 0 && topicLength >= cueLength)
                {
                    Accept(at, topicLength, lexicon.TermsAt(topicNode)!);
                    at += topicLength;
                }
                else if (cueLength > 0)
                {
                    Apply(lexicon.Cues[lexicon.CueAt(cueNode)], at, cueLength);
                    at += cueLength;
                }
                else
                {
                    at += Pass(at);
                }
            }

            EndSentence();
        }

        public List<RecognisedGift> Result()
        {
            List<RecognisedGift> result = [];
            HashSet<(int, GiftDirection, bool, bool)> seen = [];
            foreach (var f in found.OrderBy(f => f.Start))
            {
                if (!f.Withdrawn && f.Score >= lexicon.Least && seen.Add((f.Term, f.Direction, f.OfOther, f.Past)))
                {
                    var term = lexicon.Terms[f.Term];
                    result.Add(new RecognisedGift(term.Id, term.Kind, f.Direction, f.OfOther, f.Past, f.From, f.Start, f.End, f.Score));
                }
            }

            return result;
        }

        private void Match(int node, int at, int from)
        {
            Steps++;
            var length = at - from;
            if (length > 0)
            {
                if (lexicon.CueAt(node) >= 0 && length > cueLength)
                {
                    (cueNode, cueLength) = (node, length);
                }

                if (lexicon.TermsAt(node) is { } terms)
                {
                    if (length > anyLength)
                    {
                        (anyNode, anyLength) = (node, length);
                    }

                    if (length > topicLength && Open(terms) >= 0)
                    {
                        (topicNode, topicLength) = (node, length);
                    }
                }
            }

            if (at >= tokens.Count || (length > 0 && tokens[at].Break != HeardWords.NoBreak))
            {
                return;
            }

            foreach (var symbol in tokens[at].Symbols)
            {
                var next = lexicon.Edge(node, symbol);
                if (next >= 0)
                {
                    Match(next, at + 1, from);
                }
            }

            var gap = lexicon.Edge(node, Lexicon.Gap);
            if (gap < 0)
            {
                return;
            }

            for (var skip = 0; skip <= GapAtMost && at + skip < tokens.Count; skip++)
            {
                if (tokens[at + skip].Break != HeardWords.NoBreak)
                {
                    return;
                }

                Steps++;
                foreach (var symbol in tokens[at + skip].Symbols)
                {
                    var next = lexicon.Edge(gap, symbol);
                    if (next >= 0)
                    {
                        Match(next, at + skip + 1, from);
                    }
                }
            }
        }

        /// <returns>Which of the entries counts here, or -1.</returns>
        private int Open(List<(int Term, int Slots)> terms)
        {
            var best = -1;
            var opened = OpenSlots();
            for (var i = 0; i < terms.Count; i++)
            {
                var open = terms[i].Slots & opened;
                if (open == 0)
                {
                    continue;
                }

                // One phrase of several entries: an idea where one is proposed, and otherwise first what is only asked for.
                var first = mode == "idea" ? Lexicon.I : Lexicon.Q;
                if (best < 0 || ((open & first) != 0 && (terms[best].Slots & first) == 0))
                {
                    best = i;
                }
            }

            return best;
        }

        private int OpenSlots()
        {
            if (who is 'N' or 'T' || condition > 0)
            {
                return 0;
            }

            var open = Lexicon.S;
            if (verb)
            {
                open |= Lexicon.V | (verbMode == "want" ? Lexicon.Q : 0);
            }

            return left > 0 ? open | (slots & ~Lexicon.V) : open;
        }

        private void Accept(int at, int length, List<(int Term, int Slots)> terms)
        {
            var (term, its) = terms[Open(terms)];
            var open = its & OpenSlots();
            var byVerb = (open & Lexicon.V) != 0;
            var bySlot = left > 0 ? open & slots & ~(Lexicon.V | Lexicon.S) : 0;
            var asked = bySlot != 0 ? mode == "want" && (bySlot & ~(Lexicon.W | Lexicon.I | Lexicon.C)) != 0
                : (byVerb || (open & Lexicon.Q) != 0) && verbMode == "want";
            // What somebody cares about is theirs to give, and so is what they lived through.
            asked &= lexicon.Terms[term].Kind is not (GiftKind.Heart or GiftKind.Story);
            var once = byVerb && bySlot == 0 && tokens[at].Past && !perfect && !past;
            var was = Lasts(term) && !asked && (past || once);
            var score = was && once ? Once : Sure - (bySlot != 0 && !byVerb ? FurtherWord * (within - left) : 0);
            Found one = new(term, asked || lexicon.Terms[term].ForMe ? GiftDirection.Ask : GiftDirection.Gift, who == 'O', was, tokens[Math.Min(head, at)].Start, tokens[at].Start, tokens[at + length - 1].End, score);
            (not ? denied : found).Add(one);
            onlyTopics = false;
            left = within;
            verb = byVerb && bySlot != 0 && verb;
            fresh = false;
            subjectMayCome = false;
            pending = null;
        }

        /// <returns>How many words were passed over.</returns>
        private int Pass(int at)
        {
            var token = tokens[at];
            if (anyLength > 0)
            {
                Topic topic = new(anyNode, at, anyLength);
                pending ??= topic;
                bare.Add(topic);
            }
            else
            {
                onlyTopics = false;
                if (token.Symbols.Length == 0 && (token.Capital || token.How || at == sentenceFrom))
                {
                    // Somebody's name, or how it is done: happily.
                    return 1;
                }
            }

            if (implied)
            {
                lost = true;
            }

            verb = perfect = subjectMayCome = false;
            left = Math.Max(0, left - 1);
            return Math.Max(1, anyLength);
        }

        private void Apply(Lexicon.Cue cue, int at, int length)
        {
            if (cue.After != 0 || cue.Marks.Contains("after:past") || cue.Marks.Contains("after:long") || cue.Marks.Contains("after:not"))
            {
                Afterwards(cue);
            }

            if (cue.Marks.Contains("and") || cue.Marks.Contains("but"))
            {
                And(at + length, cue.Marks.Contains("but"));
                return;
            }

            if (cue.Mode.Length > 0 || !(cue.Marks.Contains("keep") || cue.Marks.Contains("det")))
            {
                onlyTopics = false;
            }

            if (cue.Who != '\0')
            {
                Subject(cue.Who, at);
            }

            if (cue.Marks.Contains("who"))
            {
                Relative(at);
            }

            if (cue.Marks.Contains("if"))
            {
                condition = 1;
                (verb, left, subjectMayCome) = (false, 0, true);
            }

            if (cue.Marks.Contains("end"))
            {
                End(at + length);
            }

            if (cue.Marks.Contains("det"))
            {
                verb = false;
            }

            if (cue.Marks.Contains("stop"))
            {
                (verb, left, subjectMayCome) = (false, 0, false);
            }

            if (cue.Marks.Contains("not"))
            {
                not = true;
                fresh = false;
            }

            if (cue.Marks.Contains("past"))
            {
                past = true;
                fresh = false;
            }

            if (cue.Marks.Contains("perfect"))
            {
                perfect = true;
            }

            if (cue.Marks.Contains("offer"))
            {
                (not, verb, verbMode) = (false, !lost, "do");
            }

            if (cue.Marks.Contains("learn"))
            {
                Learn();
            }

            if (cue.Mode.Length > 0)
            {
                OpenWindow(cue, length);
            }
            else if (cue.Marks.Contains("v"))
            {
                verb = !lost;
            }
        }

        private void OpenWindow(Lexicon.Cue cue, int length)
        {
            // "I know the caretaker has the key": a verb is of whoever was named just before it.
            if ((!verb && !fresh && (length == 1 || cue.Marks.Contains("near"))) || (cue.Marks.Contains("tight") && (!verb || fresh)))
            {
                return;
            }

            if (lost && cue.Mode is "do" or "have" or "want" && !cue.Marks.Contains("free"))
            {
                return;
            }

            if ((who is 'N' or 'T' && cue.Mode is "care" or "wish" or "idea") || (who == 'T' && cue.Mode == "want"))
            {
                who = 'S';
            }

            if (fresh)
            {
                not = cue.Marks.Contains("not");
                past = cue.Marks.Contains("past");
                fresh = false;
            }

            var keeps = cue.Marks.Contains("keep") || cue.Marks.Contains("perfect");
            if (!keeps || left == 0 || mode == "do")
            {
                (mode, slots, within, left) = (cue.Mode, cue.Slots, cue.Within, cue.Within);
            }

            if ((cue.Slots & Lexicon.V) != 0)
            {
                (verb, verbMode) = (true, cue.Mode);
            }
            else if (!keeps)
            {
                verb = cue.Marks.Contains("v");
                verbMode = "do";
            }

            if (cue.Mode is "care" or "wish" or "idea" or "want")
            {
                implied = false;
            }

            subjectMayCome = false;
        }

        private void Subject(char to, int at)
        {
            if (to is 'O' or 'N' && !subjectMayCome)
            {
                // Spoken of, but not who does it: unless "who" follows.
                spokenOf = to;
                otherNamed |= to == 'O';
                return;
            }

            if (left > 0 && !fresh && mode is "care" or "wish" or "idea")
            {
                // "What if we closed the road?"
                return;
            }

            otherNamed |= to == 'O';
            who = to switch
            {
                'P' => otherNamed ? 'O' : 'S',
                'T' => otherNamed ? 'O' : 'T',
                _ => to,
            };
            spokenOf = who;
            (implied, lost, not, past, perfect, fresh) = (false, false, false, false, false, false);
            (verb, verbMode, left, mode, subjectMayCome, pending) = (true, "do", 0, "do", true, null);
            condition = condition == 1 ? 2 : 0;
            clauseFrom = found.Count;
            denied.Clear();
            head = at;
        }

        private void Relative(int at)
        {
            if (spokenOf is 'O' or 'N')
            {
                who = spokenOf;
                (verb, verbMode, left, not, past, lost) = (true, "do", 0, false, false, false);
                head = at;
            }
            else if (implied)
            {
                (verb, lost) = (true, false);
            }
            else
            {
                who = 'N';
            }
        }

        private void Learn()
        {
            if (mode == "want" && (left > 0 || verb))
            {
                (verb, verbMode, left) = (true, "want", Math.Max(left, within));
            }
            else
            {
                (verb, left) = (false, 0);
            }
        }

        private void Afterwards(Lexicon.Cue cue)
        {
            if (cue.Marks.Contains("after:past"))
            {
                for (var i = clauseFrom; i < found.Count; i++)
                {
                    found[i] = AsPast(found[i]);
                }

                found.AddRange(denied.Select(AsPast));
                denied.Clear();
            }
            else if (cue.Marks.Contains("after:long"))
            {
                for (var i = clauseFrom; i < found.Count; i++)
                {
                    found[i] = found[i] with { Score = Math.Max(found[i].Score, SaidAfter) };
                }
            }
            else if (cue.Marks.Contains("after:not"))
            {
                for (var i = clauseFrom; i < found.Count; i++)
                {
                    found[i] = found[i] with { Withdrawn = true };
                }

                pending = null;
            }
            else if (pending is { } topic && condition == 0)
            {
                Take(topic, cue.After);
                pending = null;
            }
        }

        private Found AsPast(Found one) => one.Direction == GiftDirection.Gift && Lasts(one.Term) ? one with { Past = true, Score = Math.Max(one.Score, SaidAfter) } : one;

        // A story is of the past and a hope is for later: only these may have been and be no more.
        private bool Lasts(int term) => lexicon.Terms[term].Kind is GiftKind.Head or GiftKind.Hands or GiftKind.Resource;

        private void Take(Topic topic, int open)
        {
            foreach (var (term, its) in lexicon.TermsAt(topic.Node)!)
            {
                if ((its & open) != 0)
                {
                    found.Add(new Found(term, lexicon.Terms[term].ForMe ? GiftDirection.Ask : GiftDirection.Gift, who == 'O', false, tokens[topic.At].Start, tokens[topic.At].Start, tokens[topic.At + topic.Length - 1].End, SaidAfter));
                    return;
                }
            }
        }

        private void And(int next, bool but)
        {
            if (!lost && condition == 0)
            {
                Reopen();
            }

            fresh = true;
            subjectMayCome = true;
            head = next;
            if (but)
            {
                (not, past, left) = (false, false, 0);
                verbMode = "do";
            }
        }

        private void Comma(int at)
        {
            if (condition == 2)
            {
                condition = 0;
            }

            lost = false;
            if (condition == 0)
            {
                Reopen();
            }

            fresh = true;
            subjectMayCome = true;
            head = at;
        }

        private void Reopen()
        {
            verbMode = mode == "want" && (slots & Lexicon.V) != 0 ? "want" : "do";
            verb = who != 'N';
        }

        private void End(int next)
        {
            (verb, left, not, past, perfect, fresh, subjectMayCome) = (false, 0, false, false, false, false, true);
            condition = condition == 2 ? 0 : condition;
            lost = implied;
            head = next;
        }

        private void EndSentence()
        {
            if (onlyTopics)
            {
                foreach (var topic in bare)
                {
                    Take(topic, Lexicon.V | Lexicon.L | Lexicon.N);
                }
            }
        }

        private void StartSentence(int at)
        {
            // He and she may be whom the sentence before ended on.
            otherNamed = who == 'O';
            (who, implied, lost, spokenOf, subjectMayCome, onlyTopics, sentenceFrom) = ('S', true, false, '\0', true, true, at);
            (verb, verbMode, mode, slots, within, left) = (true, "do", "do", 0, 0, 0);
            (not, past, perfect, fresh, condition, clauseFrom, head) = (false, false, false, false, 0, found.Count, at);
            pending = null;
            denied.Clear();
            bare.Clear();
        }

        private sealed record Topic(int Node, int At, int Length);

        private sealed record Found(int Term, GiftDirection Direction, bool OfOther, bool Past, int From, int Start, int End, int Score, bool Withdrawn = false);
    }
}
