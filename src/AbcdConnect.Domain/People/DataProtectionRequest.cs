using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.People;

public enum DataProtectionRight
{
    /// <summary>A copy of everything held about them (UK GDPR, article 15).</summary>
    Copy,

    /// <summary>To be forgotten (article 17).</summary>
    Forget,
}

/// <summary>A person asked for one of their rights. A worker writes it down; an administrator does it.</summary>
public sealed class DataProtectionRequest : AggregateRoot, IPersonal
{
    /// <summary>The law's month, counted in days.</summary>
    public const int Days = 30;

    private DataProtectionRequest()
    {
    }

    public DataProtectionRequestId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public PersonId PersonId { get; private set; }

    public DataProtectionRight Right { get; private set; }

    public DateOnly AskedOn { get; private set; }

    public UserId? WrittenBy { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    public UserId? SettledBy { get; private set; }

    string IPersonal.AuditName => "DataProtectionRequest";

    long IPersonal.AuditId => Id.Value;

    public static DataProtectionRequest Ask(ProgrammeId programme, PersonId person, DataProtectionRight right, DateOnly on, UserId? writtenBy) =>
        new() { ProgrammeId = programme, PersonId = person, Right = right, AskedOn = on, WrittenBy = writtenBy };

    public void Settle(DateOnly on, UserId? by)
    {
        if (SettledOn is null)
        {
            SettledOn = on;
            SettledBy = by;
        }
    }
}
