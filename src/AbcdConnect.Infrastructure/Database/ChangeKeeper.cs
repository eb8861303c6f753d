using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AbcdConnect.Infrastructure.Database;

/// <summary>What every save does beside storing, in the same transaction: versions rise, personal changes are sealed in the
/// audit log, words are indexed, and the months that figures count by are marked.</summary>
internal sealed class ChangeKeeper
{
    // The audit log is read by people: letters of every script stand as they are.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Every change has its own line with who and when: these would only say so twice.
    private static readonly HashSet<string> KeptHere = new(StringComparer.Ordinal) { nameof(AggregateRoot.Version), nameof(AggregateRoot.ChangedBy), nameof(AggregateRoot.ChangedAt) };

    private readonly AbcdDbContext db;
    private readonly List<PersonalChange> personal = [];
    private readonly List<(ISearchable Record, EntityState State)> searched = [];
    private readonly HashSet<(ProgrammeId Programme, YearMonth Month)> months = [];
    private readonly List<object> added = [];

    private ChangeKeeper(AbcdDbContext db) => this.db = db;

    /// <summary>Looks at what is about to be saved. To be called before saving: afterwards the old values are gone.</summary>
    /// <param name="by">Who saves; null where the machine does.</param>
    /// <param name="withoutWords">The audit log is to keep which fields changed, and none of their values.</param>
    public static ChangeKeeper Look(AbcdDbContext db, UserId? by, DateTimeOffset at, bool withoutWords = false)
    {
        var keeper = new ChangeKeeper(db);
        keeper.RaiseVersions(by, at);
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry is { State: EntityState.Added, Entity: IStamped stamped })
            {
                stamped.Stamp(at);
            }

            if (entry.Entity is IPersonal)
            {
                var change = PersonalChange.Of(entry, withoutWords);
                // A record that only counts as changed for the sake of its parts says nothing of its own: they speak for themselves.
                if (entry.State != EntityState.Modified || change.Fields.Count > 0)
                {
                    keeper.personal.Add(change);
                }
            }

            if (entry.Entity is ISearchable searchable)
            {
                keeper.searched.Add((searchable, entry.State));
            }

            if (entry.Entity is ICounted counted)
            {
                keeper.Mark(counted, entry);
            }
        }

        return keeper;
    }

    /// <summary>Adds what follows from the saved changes; true where there is anything to save.</summary>
    /// <param name="by">Who saves; null where the machine does.</param>
    public async Task<bool> Add(Viewer? by, DateTimeOffset at, CancellationToken token)
    {
        await Seal(by, at, token);
        await Index(token);
        await MarkMonths(at, token);
        return db.ChangeTracker.HasChanges();
    }

    /// <summary>Lets go of the entries and tokens, so that a long run of saves does not look at them each time.</summary>
    public void Release()
    {
        foreach (var entity in added)
        {
            db.Entry(entity).State = EntityState.Detached;
        }
    }

    private void RaiseVersions(UserId? by, DateTimeOffset at)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        // Looked at once, and only if a part changed: a batch of a thousand parts must not look through everything a thousand times.
        Lazy<Dictionary<(Type Type, object? Key), EntityEntry>> unchanged = new(() => db.ChangeTracker.Entries()
            .Where(e => e is { Entity: AggregateRoot, State: EntityState.Unchanged })
            .ToDictionary(e => (e.Entity.GetType(), e.CurrentValues[e.Metadata.FindPrimaryKey()!.Properties[0]])));
        foreach (var entry in changed)
        {
            if (entry is { Entity: AggregateRoot, State: EntityState.Modified })
            {
                Raise(entry, by, at);
            }
            else if (entry.Entity is not AggregateRoot)
            {
                // A part changed, so its whole did: an agenda item, opening hours, a status.
                foreach (var key in entry.Metadata.GetForeignKeys().Where(k => k.PrincipalToDependent is not null && typeof(AggregateRoot).IsAssignableFrom(k.PrincipalEntityType.ClrType)))
                {
                    if (unchanged.Value.TryGetValue((key.PrincipalEntityType.ClrType, entry.CurrentValues[key.Properties[0]]), out var root) && root.State == EntityState.Unchanged)
                    {
                        Raise(root, by, at);
                    }
                }
            }
        }
    }

    private static void Raise(EntityEntry root, UserId? by, DateTimeOffset at)
    {
        var version = root.Property(nameof(AggregateRoot.Version));
        version.CurrentValue = (long)version.OriginalValue! + 1;
        root.Property(nameof(AggregateRoot.ChangedBy)).CurrentValue = by;
        root.Property(nameof(AggregateRoot.ChangedAt)).CurrentValue = at;
    }

    private async Task Seal(Viewer? by, DateTimeOffset at, CancellationToken token)
    {
        if (personal.Count == 0)
        {
            return;
        }

        // Takes the row's lock until the transaction ends, then reads it.
        await db.AuditHeads.Where(h => h.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence), token);
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(token) ?? await FirstHead(token);
        var (sequence, hash) = (head.Sequence, head.Hash);
        foreach (var change in personal)
        {
            change.ReadNumbers();
            var entry = AuditEntry.Seal(++sequence, at, by?.UserId, await ProgrammeOf(change.Entry, by, token), change.Record.AuditName, change.Record.AuditId, change.What, change.ToJson(), hash);
            hash = entry.Hash;
            db.AuditEntries.Add(entry);
            added.Add(entry);
        }

        await db.AuditHeads.Where(h => h.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash), token);
    }

    /// <summary>Its own, or that of whoever saves, who reaches no other; where the machine saves a part (a consent, who came), its owner's.</summary>
    private async Task<ProgrammeId?> ProgrammeOf(EntityEntry entry, Viewer? by, CancellationToken token)
    {
        const string name = nameof(ICounted.ProgrammeId);
        if (entry.Metadata.FindProperty(name) is not null)
        {
            return (ProgrammeId?)entry.Property(name).CurrentValue;
        }

        // What the machine does outside any programme names none.
        if (by is not null && by.ProgrammeId != default)
        {
            return by.ProgrammeId;
        }

        var owners = entry.Metadata.GetForeignKeys().FirstOrDefault(k => k.IsRequired && k.PrincipalEntityType.FindProperty(name) is not null);
        var owner = owners is null ? null : await db.FindAsync(owners.PrincipalEntityType.ClrType, [entry.Property(owners!.Properties[0].Name).CurrentValue!], token);
        return owner is null ? null : (ProgrammeId?)db.Entry(owner).Property(name).CurrentValue;
    }

    private async Task<AuditHead> FirstHead(CancellationToken token)
    {
        var head = new AuditHead();
        db.AuditHeads.Add(head);
        await db.SaveOnlyAsync(token);
        db.Entry(head).State = EntityState.Detached;
        return head;
    }

    private async Task Index(CancellationToken token) =>
        added.AddRange(await new SearchKeeper(db).Keep([.. searched.Select(s => new SearchChange(s.Record, s.State == EntityState.Added, s.State == EntityState.Deleted))], token));

    private void Mark(ICounted counted, EntityEntry entry)
    {
        var dates = entry.State switch
        {
            EntityState.Added => counted.CountedOn,
            EntityState.Deleted => ((ICounted)entry.OriginalValues.ToObject()).CountedOn,
            _ => counted.CountedOn.Concat(((ICounted)entry.OriginalValues.ToObject()).CountedOn),
        };
        foreach (var date in dates)
        {
            months.Add((counted.ProgrammeId, YearMonth.Containing(date)));
        }
    }

    private async Task MarkMonths(DateTimeOffset at, CancellationToken token)
    {
        foreach (var (programme, month) in months)
        {
            var marked = await db.ChangedMonths.Where(c => c.ProgrammeId == programme && c.Month == month)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ChangedAt, at), token);
            if (marked == 0 && db.ChangedMonths.Local.FirstOrDefault(c => c.ProgrammeId == programme && c.Month == month) is null)
            {
                var mark = new ChangedMonth { ProgrammeId = programme, Month = month, ChangedAt = at };
                db.ChangedMonths.Add(mark);
                added.Add(mark);
            }
        }
    }

    /// <summary>One record's change, with its old values read before they are overwritten.</summary>
    private sealed record PersonalChange(IPersonal Record, string What, EntityEntry Entry, Dictionary<string, string?[]> Fields)
    {
        public static PersonalChange Of(EntityEntry entry, bool withoutWords)
        {
            var what = entry.State switch
            {
                EntityState.Added => "Added",
                EntityState.Deleted => "Removed",
                _ => "Changed",
            };
            var fields = new Dictionary<string, string?[]>(StringComparer.Ordinal);
            // A record's own number stands beside the entry. What ties two records is known by both: which session, which neighbourhood.
            var tie = entry.Metadata.FindPrimaryKey()!.Properties.Count > 1;
            foreach (var property in entry.Properties.Where(p => (tie || !p.Metadata.IsPrimaryKey()) && !KeptHere.Contains(p.Metadata.Name)))
            {
                var before = Text(property.OriginalValue);
                var after = Text(property.CurrentValue);
                switch (entry.State)
                {
                    case EntityState.Added when after is not null:
                        fields[property.Metadata.Name] = [null, after];
                        break;
                    case EntityState.Deleted when before is not null:
                        fields[property.Metadata.Name] = [before, null];
                        break;
                    case EntityState.Modified when before != after:
                        fields[property.Metadata.Name] = [before, after];
                        break;
                    default:
                        break;
                }
            }

            if (withoutWords)
            {
                fields = fields.Keys.ToDictionary(name => name, _ => (string?[])[null, null], StringComparer.Ordinal);
            }

            return new PersonalChange((IPersonal)entry.Entity, what, entry, fields);
        }

        /// <summary>A record added with others got its numbers by the saving: the log is to hold those, not what stood in their place.</summary>
        public void ReadNumbers()
        {
            foreach (var name in Fields.Keys.Where(n => What == "Added" && Fields[n][1] is not null).ToList())
            {
                Fields[name] = [null, Text(Entry.CurrentValues[name])];
            }
        }

        // The salt keeps a forgotten entry's hash from confirming a guess at its words.
        public string ToJson() => JsonSerializer.Serialize(new { salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), fields = Fields }, Json);

        private static string? Text(object? value) => value switch
        {
            null => null,
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }
}
