namespace AbcdConnect.Infrastructure.Database;

/// <summary>The last entry of the audit log: one row, locked while an entry is added, so that the chain never forks.</summary>
internal sealed class AuditHead
{
    public int Id { get; init; } = 1;

    public long Sequence { get; set; }

    public string Hash { get; set; } = Domain.Access.AuditEntry.Genesis;
}

/// <summary>A key of ASP.NET Core's data protection, kept with the data it protects.</summary>
internal sealed class ProtectionKey
{
    public int Id { get; private set; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
