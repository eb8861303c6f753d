namespace AbcdConnect.Application.Outbox;

/// <summary>What may be kept on a phone without signal. Settings <c>Offline:Days</c>, <c>Offline:People</c>, <c>Offline:Assets</c>.</summary>
/// <remarks>A programme may say besides that its workers' phones keep nothing: <see cref="Domain.Programmes.Programme.PhonesKeepNothing"/>.</remarks>
/// <param name="Days">How long a key stays on a phone that has had no contact. 0 keeps nothing on any phone.</param>
/// <param name="People">How many of the people talked with lately are at hand.</param>
/// <param name="Assets">How many places, and how many activities, are at hand.</param>
public sealed record OfflineSettings(int Days = 7, int People = 60, int Assets = 60);
