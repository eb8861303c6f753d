using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Removes everything that identifies a person, in every record and in the audit log's words; that they were there, and
/// so every figure, stays true. It cannot be undone.</summary>
[Requires(Permission.ManageDataProtection)]
public sealed record ForgetPerson(PersonId Id) : IRequest;

internal sealed class ForgetPersonHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ForgetPerson>
{
    public async Task Handle(ForgetPerson request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == request.Id && p.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("person");
        if (person.MergedInto is { } kept)
        {
            throw new DomainRuleException($"This person's story is told under number {kept}: forget that one, and this goes with it.");
        }

        if (person.AnonymisedOn is not null)
        {
            throw new DomainRuleException("Everything that identifies this person has been removed already.");
        }

        // The records merged into this one tell of the same person.
        var all = new List<Person> { person };
        for (var at = 0; at < all.Count; at++)
        {
            var into = all[at].Id;
            all.AddRange(await db.People.Where(p => p.MergedInto == into).ToListAsync(cancellationToken));
        }

        var names = all.SelectMany(p => new[] { p.FirstName, p.LastName, p.KnownAs }).OfType<string>().ToList();
        var without = new NameEraser(names);
        var forgotten = new List<IPersonal>();
        foreach (var one in all)
        {
            await ForgetRecords(one.Id, all.ConvertAll(p => p.Id), without, today, now, forgotten, cancellationToken);
            one.Anonymise(today);
            forgotten.Add(one);
        }

        await ForgetAudit(forgotten, all, cancellationToken);
        foreach (var asked in await db.DataProtectionRequests.Where(r => r.PersonId == request.Id && r.SettledOn == null).ToListAsync(cancellationToken))
        {
            asked.Settle(today, viewer.UserId);
        }

        await db.SaveWithoutWordsAsync(cancellationToken);
    }

    private async Task ForgetRecords(PersonId id, List<PersonId> same, NameEraser without, DateOnly today, DateTimeOffset now, List<IPersonal> forgotten, CancellationToken token)
    {
        foreach (var gift in await db.Gifts.Where(g => g.PersonId == id).ToListAsync(token))
        {
            gift.Anonymise();
            forgotten.Add(gift);
        }

        foreach (var consent in await db.Consents.Where(c => c.PersonId == id).ToListAsync(token))
        {
            if (consent.WithdrawnOn is null)
            {
                consent.Withdraw(today);
            }

            forgotten.Add(consent);
        }

        foreach (var conversation in await db.Conversations.Include(c => c.People).Where(c => c.People.Any(p => p.PersonId == id)).ToListAsync(token))
        {
            await ForgetConversation(conversation, same, without, forgotten, token);
        }

        foreach (var signpost in await db.Signposts.Where(s => s.PersonId == id).ToListAsync(token))
        {
            signpost.Anonymise();
            forgotten.Add(signpost);
        }

        foreach (var introduction in await db.Introductions.Where(i => i.PersonId == id || i.ToPersonId == id).ToListAsync(token))
        {
            introduction.Anonymise();
            forgotten.Add(introduction);
        }

        foreach (var connection in await db.Connections.Where(c => c.FromPersonId == id || c.ToPersonId == id).ToListAsync(token))
        {
            connection.Anonymise();
            forgotten.Add(connection);
        }

        foreach (var story in await db.Stories.Where(s => s.PersonId == id).ToListAsync(token))
        {
            story.Anonymise(today);
            forgotten.Add(story);
            var told = story.Id;
            await db.LetPictureGo(told, token);
            foreach (var before in await db.StoriesInRounds.Where(s => s.StoryId == told).ToListAsync(token))
            {
                before.Forget();
                forgotten.Add(before);
            }
        }

        foreach (var asking in await db.Askings.Where(a => a.PersonId == id).ToListAsync(token))
        {
            // The numbers stay, tied to nobody: what was said of many stays true. Nothing else is asked of them.
            asking.Forget(today);
            forgotten.Add(asking);
        }

        foreach (var discussion in await db.Discussions.Where(d => d.PersonId == id).ToListAsync(token))
        {
            discussion.Anonymise();
            forgotten.Add(discussion);
        }

        foreach (var answer in await db.DayAnswers
            .Where(a => a.PersonId == id || a.OtherPersonId == id || db.ConversationPeople.Any(p => p.ConversationId == a.ConversationId && p.PersonId == id))
            .ToListAsync(token))
        {
            answer.Anonymise();
            forgotten.Add(answer);
        }

        foreach (var merge in await db.PersonMerges.Where(m => m.KeptId == id || m.MergedId == id).ToListAsync(token))
        {
            merge.Anonymise(now);
            forgotten.Add(merge);
        }
    }

    private async Task ForgetConversation(Conversation conversation, List<PersonId> same, NameEraser without, List<IPersonal> forgotten, CancellationToken token)
    {
        forgotten.Add(conversation);
        if (conversation.People.Any(p => !same.Contains(p.PersonId)))
        {
            // The others' words are theirs.
            conversation.Forget(without.Erase);
            return;
        }

        conversation.Anonymise();
        var heardIn = conversation.Id;
        foreach (var gift in await db.Gifts.Where(g => g.ConversationId == heardIn && g.PersonId == null).ToListAsync(token))
        {
            gift.Anonymise();
            forgotten.Add(gift);
        }
    }

    private async Task ForgetAudit(List<IPersonal> forgotten, List<Person> all, CancellationToken token)
    {
        // A gift that was removed has left its words in the log alone. The log names its owner as it names every value.
        var removed = new List<long>();
        foreach (var id in all.Select(p => p.Id))
        {
            var owner = $"\"PersonId\":[\"{id}\",null]";
            removed.AddRange(await db.AuditEntries.Where(a => a.Record == "Gift" && a.What == "Removed" && a.Changes != null && a.Changes.Contains(owner)).Select(a => a.RecordId).ToListAsync(token));
        }

        var records = forgotten.Select(r => (r.AuditName, r.AuditId)).Concat(removed.Select(id => ("Gift", id))).Distinct().GroupBy(r => r.Item1, r => r.Item2, StringComparer.Ordinal);
        foreach (var record in records)
        {
            var (name, ids) = (record.Key, record.ToList());
            foreach (var entry in await db.AuditEntries.Where(a => a.Record == name && EF.Parameter(ids).Contains(a.RecordId)).ToListAsync(token))
            {
                entry.Forget();
            }
        }
    }
}
