namespace AbcdConnect.Application.Mail;

/// <summary>Port: takes letters to a mail server.</summary>
public interface IMailCarrier
{
    MailReadiness Readiness { get; }

    /// <summary>Carries one letter. Whatever the mail server does is an answer; nothing of it is thrown.</summary>
    Task<Carried> Carry(OutgoingLetter letter, CancellationToken cancellationToken);
}

/// <summary>Whether letters can be carried.</summary>
/// <param name="IsReady">Otherwise they wait.</param>
/// <param name="Words">Where they go, or what is missing; plain sentences for whoever looks after the machine.</param>
/// <param name="Site">This application's address as others reach it, without a slash at its end: what links begin with.</param>
/// <param name="Sender">The address letters come from.</param>
public sealed record MailReadiness(bool IsReady, string Words, string Site, string Sender);

/// <summary>A letter as it goes out.</summary>
public sealed record OutgoingLetter(
    string MessageId,
    string Address,
    string? Name,
    string Subject,
    string Text,
    string? CalendarMethod,
    string? Calendar,
    IReadOnlyList<OutgoingFile> Files);

public sealed record OutgoingFile(string Name, string MediaType, byte[] Content);

/// <param name="Why">The mail server's own words, where it did not take it.</param>
public sealed record Carried(CarryResult Result, string? Why = null);

public enum CarryResult
{
    Taken,

    /// <summary>There is no such address, or it takes nothing: for good.</summary>
    AddressRefused,

    /// <summary>The letter itself is not taken: for good.</summary>
    LetterRefused,

    /// <summary>This one is to be tried later.</summary>
    NotNow,

    /// <summary>The mail server is not to be reached, or takes nothing from us: no other letter need be tried now.</summary>
    NoServer,
}
