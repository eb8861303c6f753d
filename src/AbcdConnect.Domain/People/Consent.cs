using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;

namespace AbcdConnect.Domain.People;

/// <summary>What a person has said yes to. Each use is asked for by itself.</summary>
public enum ConsentUse
{
    KeepInTouch,
    IntroduceMe,
    ShareWithAgency,
    UseMyStory,
    ShowOnMap,
}

public enum ConsentHow
{
    Spoken,
    Written,
    Online,
}

/// <summary>One yes, for one use, with its date, how it was given, and its end.</summary>
public sealed class Consent : IPersonal
{
    private Consent()
    {
    }

    public ConsentId Id { get; private set; }

    public PersonId PersonId { get; set; }

    public ConsentUse Use { get; private set; }

    /// <summary>The one agency that may see, where the use is sharing.</summary>
    public AgencyId? AgencyId { get; private set; }

    public DateOnly GivenOn { get; private set; }

    public ConsentHow How { get; private set; }

    /// <summary>The last day it holds, or null where no end was agreed.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    public UserId? RecordedBy { get; private set; }

    string IPersonal.AuditName => "Consent";

    long IPersonal.AuditId => Id.Value;

    public static Consent Give(PersonId person, ConsentUse use, AgencyId? agency, DateOnly on, ConsentHow how, DateOnly? expiresOn, UserId? recordedBy)
    {
        if (use == ConsentUse.ShareWithAgency && agency is null)
        {
            throw new DomainRuleException("Sharing is agreed with one agency at a time: choose which.");
        }

        if (use != ConsentUse.ShareWithAgency && agency is not null)
        {
            throw new DomainRuleException("Only sharing names an agency.");
        }

        if (expiresOn < on)
        {
            throw new DomainRuleException("The consent would end before it was given.");
        }

        return new Consent { PersonId = person, Use = use, AgencyId = agency, GivenOn = on, How = how, ExpiresOn = expiresOn, RecordedBy = recordedBy };
    }

    public bool HoldsOn(DateOnly date) =>
        GivenOn <= date && (ExpiresOn is null || date <= ExpiresOn) && (WithdrawnOn is null || date < WithdrawnOn);

    public void Withdraw(DateOnly on)
    {
        if (WithdrawnOn is not null)
        {
            throw new DomainRuleException("This consent has been withdrawn already.");
        }

        WithdrawnOn = on;
    }
}
