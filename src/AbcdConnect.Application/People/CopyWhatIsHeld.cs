using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Everything held about a person, for them to read (UK GDPR, article 15). Other people are not named, but what was
/// written down in a conversation may speak of them: somebody reads it before it is handed over. Settles what was asked for.</summary>
[Requires(Permission.ManageDataProtection)]
public sealed record CopyWhatIsHeld(PersonId Id) : IRequest<CopyOfWhatIsHeld>;

public sealed record CopyOfWhatIsHeld(PersonId Id, DateOnly MadeOn, string Programme, IReadOnlyList<HeldSection> Sections);

/// <summary>Rows of one kind; each a list of label and value, in the order to be read.</summary>
public sealed record HeldSection(string Title, IReadOnlyList<IReadOnlyList<HeldValue>> Rows);

/// <param name="Picture">What <paramref name="Value"/> says in words.</param>
public sealed record HeldValue(string Label, string Value, StoryPictureFile? Picture = null);

internal sealed class CopyWhatIsHeldHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<CopyWhatIsHeld, CopyOfWhatIsHeld>
{
    private const string SomebodyElse = "another person";

    public async Task<CopyOfWhatIsHeld> Handle(CopyWhatIsHeld request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var id = request.Id;
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("person");
        if (person.MergedInto is { } kept)
        {
            throw new DomainRuleException($"This person's story is told under number {kept}: ask for that one.");
        }

        var programme = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.Name).SingleAsync(cancellationToken);
        var neighbourhood = await db.Neighbourhoods.Where(n => n.Id == person.NeighbourhoodId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        List<HeldSection> sections =
        [
            new("About you",
            [
                Row(("First name", person.FirstName), ("Last name", person.LastName), ("Known as", person.KnownAs), ("Neighbourhood", neighbourhood), ("Language", person.Language), ("Connector", person.IsConnector ? "yes" : "no"), ("Telephone", person.Phone), ("E-mail", person.Email), ("How you like to be reached", person.ContactPreference), ("Weeks until you would like to hear from us", person.KeepInTouchWeeks?.ToString(CultureInfo.InvariantCulture)), ("Added on", Text(person.AddedOn))),
            ]),
            await Gifts(id, cancellationToken),
            await Consents(id, cancellationToken),
            await Conversations(id, cancellationToken),
            await Signposts(id, cancellationToken),
            await Ties(id, cancellationToken),
            await Activities(id, cancellationToken),
            await Stories(id, cancellationToken),
            await Answers(id, viewer, cancellationToken),
            await Discussions(id, cancellationToken),
            await Changes(id, cancellationToken),
        ];

        foreach (var asked in await db.DataProtectionRequests.Where(r => r.PersonId == id && r.Right == DataProtectionRight.Copy && r.SettledOn == null).ToListAsync(cancellationToken))
        {
            asked.Settle(clock.Today(), viewer.UserId);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new CopyOfWhatIsHeld(id, clock.Today(), programme, [.. sections.Where(s => s.Rows.Count > 0)]);
    }

    private async Task<HeldSection> Gifts(PersonId id, CancellationToken token) => new(
        "What you bring, and what you would like to find",
        (await db.Gifts.Where(g => g.PersonId == id).OrderBy(g => g.HeardOn)
            .Select(g => new { g.Direction, g.Kind, g.Words, g.HeardOn, Term = db.GiftTerms.Where(t => t.Id == g.TermId).Select(t => t.Name).FirstOrDefault() }).ToListAsync(token))
            .ConvertAll(g => Row(("Gift or ask", g.Direction.ToString()), ("Kind", g.Kind.ToString()), ("In your words", g.Words), ("Listed as", g.Term), ("Heard on", Text(g.HeardOn)))));

    private async Task<HeldSection> Consents(PersonId id, CancellationToken token) => new(
        "What you agreed to",
        (await db.Consents.Where(c => c.PersonId == id).OrderBy(c => c.GivenOn)
            .Select(c => new { c.Use, c.How, c.GivenOn, c.ExpiresOn, c.WithdrawnOn, Agency = db.Agencies.Where(a => a.Id == c.AgencyId).Select(a => a.Name).FirstOrDefault() }).ToListAsync(token))
            .ConvertAll(c => Row(("Use", c.Use.ToString()), ("Agency", c.Agency), ("Given on", Text(c.GivenOn)), ("How", c.How.ToString()), ("Until", Text(c.ExpiresOn)), ("Withdrawn on", Text(c.WithdrawnOn)))));

    private async Task<HeldSection> Conversations(PersonId id, CancellationToken token) => new(
        "Conversations",
        (await db.ConversationPeople.Where(p => p.PersonId == id).OrderBy(p => p.HeldOn)
            .Join(db.Conversations, p => p.ConversationId, c => c.Id, (p, c) => c)
            .Select(c => new
            {
                c.HeldOn,
                c.Kind,
                c.GroupName,
                c.Heard,
                c.Ideas,
                c.NextStep,
                Others = db.ConversationPeople.Count(o => o.ConversationId == c.Id) - 1,
                Place = db.Assets.Where(a => a.Id == c.PlaceId).Select(a => a.Name).FirstOrDefault(),
                By = db.Members.Where(m => m.Id == c.WorkerId).Select(m => m.Name).FirstOrDefault(),
            }).ToListAsync(token))
            .ConvertAll(c => Row(("On", Text(c.HeldOn)), ("Kind", c.Kind.ToString()), ("At", c.Place), ("With", c.By), ("Others there", c.Others == 0 ? null : c.Others.ToString(CultureInfo.InvariantCulture)), ("Group", c.GroupName), ("What was heard", c.Heard), ("Ideas", c.Ideas), ("Next step", c.NextStep))));

    private async Task<HeldSection> Signposts(PersonId id, CancellationToken token) => new(
        "Places and activities you were told about",
        (await db.Signposts.Where(s => s.PersonId == id).OrderBy(s => s.GivenOn)
            .Select(s => new
            {
                s.GivenOn,
                s.Why,
                s.State,
                s.ReasonWords,
                To = db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault() ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault(),
                By = db.Members.Where(m => m.Id == s.WorkerId).Select(m => m.Name).FirstOrDefault(),
            }).ToListAsync(token))
            .ConvertAll(s => Row(("On", Text(s.GivenOn)), ("To", s.To), ("Why", s.Why), ("By", s.By), ("What came of it", s.State.ToString()), ("Why not", s.ReasonWords))));

    private async Task<HeldSection> Ties(PersonId id, CancellationToken token)
    {
        var introductions = await db.Introductions.Where(i => i.PersonId == id || i.ToPersonId == id).OrderBy(i => i.On)
            .Select(i => new { i.On, i.Why, i.Outcome, Asset = db.Assets.Where(a => a.Id == i.ToAssetId).Select(a => a.Name).FirstOrDefault() }).ToListAsync(token);
        var connections = await db.Connections.Where(c => c.FromPersonId == id || c.ToPersonId == id).OrderBy(c => c.BeganOn)
            .Select(c => new { c.BeganOn, c.EndedOn, c.Tie, c.Origin, Asset = db.Assets.Where(a => a.Id == c.ToAssetId).Select(a => a.Name).FirstOrDefault() }).ToListAsync(token);
        return new HeldSection("Introductions and connections",
        [
            .. introductions.ConvertAll(i => Row(("Introduced on", Text(i.On)), ("To", i.Asset ?? SomebodyElse), ("Why", i.Why), ("What came of it", i.Outcome.ToString()))),
            .. connections.ConvertAll(c => Row(("Connected since", Text(c.BeganOn)), ("With", c.Asset ?? SomebodyElse), ("Tie", c.Tie), ("How it began", c.Origin.ToString()), ("Until", Text(c.EndedOn)))),
        ]);
    }

    private async Task<HeldSection> Activities(PersonId id, CancellationToken token)
    {
        var sessions = await db.Attendances.Where(a => a.PersonId == id)
            .Join(db.ActivitySessions, a => a.SessionId, s => s.Id, (a, s) => s)
            .OrderBy(s => s.HeldOn)
            .Select(s => new { s.HeldOn, Activity = db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() }).ToListAsync(token);
        var led = await db.Activities.Where(a => a.LeaderId == id).OrderBy(a => a.Name).Select(a => a.Name).ToListAsync(token);
        return new HeldSection("Activities",
        [
            .. sessions.ConvertAll(s => Row(("You came to", s.Activity), ("On", Text(s.HeldOn)))),
            .. led.ConvertAll(name => Row(("You lead", name))),
        ]);
    }

    private async Task<HeldSection> Stories(PersonId id, CancellationToken token)
    {
        var stories = await db.Stories.AsNoTracking().Where(s => s.PersonId == id).OrderBy(s => s.ToldOn).ToListAsync(token);
        var ids = stories.ConvertAll(s => s.Id);
        var pictures = await db.StoryPictures.Where(p => EF.Parameter(ids).Contains(p.StoryId)).ToDictionaryAsync(p => p.StoryId, p => new StoryPictureFile(p.MediaType, p.Content, p.Hash), token);
        var went = (await db.StoryTrails.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.StoryId)).OrderBy(t => t.On).ToListAsync(token)).ToLookup(t => t.StoryId);
        return new HeldSection("Your stories", stories.ConvertAll<IReadOnlyList<HeldValue>>(s =>
        [
            .. Row(("Told on", Text(s.ToldOn)), ("Title", s.Title), ("Story", s.Words), ("You agreed to", Agreed(s)), ("May be used until", Text(s.ConsentUntil)), ("Withdrawn on", Text(s.WithdrawnOn))),
            .. pictures.TryGetValue(s.Id, out var picture) ? [new HeldValue("Picture", s.PictureShows ?? "", picture)] : Array.Empty<HeldValue>(),
            .. went[s.Id].Select(t => new HeldValue("Where it went", $"{t.Place}, {Text(t.On)}")),
        ]));

        static string? Agreed(Story story) => string.Join(", ", new (bool Agreed, string To)[]
        {
            (!story.StaysOutOfReports, "in reports"),
            (story.MayGoOnWeb, "on the web"),
            (story.MayNameTeller, "with your first name"),
            (!story.HidesPlace, "with where you live"),
            (story.MayShowPicture, "with a picture of you"),
        }.Where(a => a.Agreed).Select(a => a.To));
    }

    private async Task<HeldSection> Answers(PersonId id, Viewer viewer, CancellationToken token)
    {
        var shelf = await MeasureShelf.Read(db, viewer.ProgrammeId, token);
        return new HeldSection(
            "How you said things were",
            (await db.Askings.AsNoTracking().Where(a => a.PersonId == id).OrderBy(a => a.DueOn).ToListAsync(token))
                .ConvertAll(a => Row(
                [
                    ("Asked", a.Months == 0 ? "at the beginning" : $"{a.Months} months after"),
                    ("Due on", a.AnsweredOn is null ? Text(a.DueOn) : null),
                    ("Answered on", Text(a.AnsweredOn)),
                    ("How", a.How?.ToString()),
                    ("You would rather not", a.End is null ? null : Text(a.ClosedOn)),
                    .. AskedWordings.Answered(a, shelf).Select(q => (q.Question, (string?)q.Answer)),
                ])));
    }

    /// <summary>With whom, and on what basis: the practitioners acted for their agencies, and are named.</summary>
    private async Task<HeldSection> Discussions(PersonId id, CancellationToken token)
    {
        var talks = await db.Discussions.Where(d => d.PersonId == id && d.OpenedAt != null).OrderBy(d => d.OpenedAt)
            .Select(d => new { d.Id, d.OpenedAt, d.Why, d.Shared, Meeting = db.Meetings.Where(m => m.Id == d.MeetingId).Select(m => m.Title).FirstOrDefault() }).ToListAsync(token);
        var heard = (await db.HearersOf(talks.ConvertAll(t => t.Id)).ToListAsync(token)).ToLookup(h => h.Discussion);
        return new HeldSection(
            "When you were talked about at a meeting",
            talks.ConvertAll(t => Row(
            [
                ("On", Text(UkTime.DateOf(t.OpenedAt!.Value))),
                ("Meeting", t.Meeting),
                ("What for", t.Why),
                ("What was shared", t.Shared),
                .. heard[t.Id].Select(h => ("Heard by", (string?)$"{h.Name}, {h.Agency}, because you agreed on {Text(h.ConsentOn)} ({h.How.ToString().ToLowerInvariant()})")),
            ])));
    }

    private async Task<HeldSection> Changes(PersonId id, CancellationToken token)
    {
        var number = id.Value;
        return new HeldSection(
            "Who wrote this down, and when",
            (await db.AuditEntries.Where(a => a.Record == "Person" && a.RecordId == number).OrderBy(a => a.Sequence)
                .Select(a => new { a.At, a.What, By = db.Members.Where(m => m.Id == a.By).Select(m => m.Name).FirstOrDefault() }).ToListAsync(token))
                .ConvertAll(a => Row(("On", Text(UkTime.DateOf(a.At))), ("What", a.What), ("By", a.By ?? "the system"))));
    }

    private static IReadOnlyList<HeldValue> Row(params (string Label, string? Value)[] values) =>
        [.. values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => new HeldValue(v.Label, v.Value!))];

    private static string? Text(DateOnly? date) => date?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
