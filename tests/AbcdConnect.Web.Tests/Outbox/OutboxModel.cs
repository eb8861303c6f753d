namespace AbcdConnect.Web.Tests.Outbox;

/// <summary>One thing that happens to a phone, as the harness reads it.</summary>
internal sealed record Step(string Do, string? Id = null, string? About = null, string? Words = null, string? Who = null, bool? On = null, int? Die = null);

/// <summary>The outbox once more, written from docs/decisions/0010-no-signal.md and not from the script: what the phone and the
/// server hold after each step.</summary>
internal sealed class OutboxModel
{
    private bool signal = true;
    private bool busy;
    private bool loses;
    private string? holder;
    private string? session;
    private int? pointsLeft;

    public List<Kept> Phone { get; } = [];

    public List<Arrived> Server { get; } = [];

    /// <summary>Thrown away by the worker's own hand.</summary>
    public HashSet<string> LetGo { get; } = new(StringComparer.Ordinal);

    public void Take(Step step)
    {
        switch (step.Do)
        {
            case "signal": signal = step.On == true; break;
            case "busy": busy = step.On == true; break;
            case "lose": loses = true; break;
            case "signIn": holder = session = step.Who; break;
            case "signOut": holder = session = null; break;
            case "expire": session = null; break;
            case "keep" when holder is not null: Phone.Add(new Kept(holder, step.Id!, step.About, step.Words!)); break;
            case "change" when Mine(step.Id) is { MayChange: true } changed: (changed.Words, changed.Standing) = (step.Words!, "waiting"); break;
            case "letGo" when Mine(step.Id) is { MayChange: true } gone: Phone.Remove(gone); LetGo.Add(gone.Id); break;
            case "run": Run(step.Die); break;
            // One after the other or both at once: the same.
            case "twice": Run(null); Run(null); break;
            default: break;
        }
    }

    private Kept? Mine(string? id) => Phone.Find(k => k.Who == holder && k.Id == id);

    private void Run(int? dies)
    {
        pointsLeft = dies;
        try
        {
            while (holder is not null && Next() is { } next && Send(next))
            {
            }
        }
        catch (DeathException)
        {
            // Everything stays as it is at this moment.
        }

        pointsLeft = null;
    }

    private Kept? Next()
    {
        Point();
        return Phone.Find(k => k.Who == holder && k.Standing == "waiting" && (k.About is null || Phone.Find(o => o.Who == holder && o.Id == k.About) is not { Standing: not "sent" }));
    }

    private bool Send(Kept next)
    {
        if (next.About is { } about && !Phone.Exists(o => o.Who == holder && o.Id == about))
        {
            Write(() => (next.Standing, next.Uncertain) = ("refused", false));
            return true;
        }

        var before = next.Uncertain;
        Write(() => next.Uncertain = true);
        Point();
        var answer = Serve(next);
        Point();
        switch (answer)
        {
            case "not taken":
                Write(() => next.Uncertain = before);
                return false;
            case null:
                return false;
            case not null when loses:
                loses = false;
                return false;
            default:
                Write(() => (next.Standing, next.Uncertain) = (answer, false));
                return true;
        }
    }

    /// <returns>Null where the phone cannot know whether it arrived.</returns>
    private string? Serve(Kept next)
    {
        if (signal && busy)
        {
            return null;
        }

        if (!signal || session != next.Who)
        {
            return "not taken";
        }

        if (Server.Exists(a => a.Id == next.Id))
        {
            return "sent";
        }

        if (next.Words.StartsWith("bad", StringComparison.Ordinal))
        {
            return "refused";
        }

        Server.Add(new Arrived(next.Id, next.Who, next.Words));
        return "sent";
    }

    private void Write(Action change)
    {
        Point();
        change();
        Point();
    }

    private void Point()
    {
        if (pointsLeft-- == 0)
        {
            throw new DeathException();
        }
    }

    internal sealed class Kept(string who, string id, string? about, string words)
    {
        public string Who { get; } = who;

        public string Id { get; } = id;

        public string? About { get; } = about;

        public string Words { get; set; } = words;

        public string Standing { get; set; } = "waiting";

        public bool Uncertain { get; set; }

        public bool MayChange => Standing == "refused" || (Standing == "waiting" && !Uncertain);
    }

    internal sealed record Arrived(string Id, string Who, string Words);

    private sealed class DeathException : Exception;
}
