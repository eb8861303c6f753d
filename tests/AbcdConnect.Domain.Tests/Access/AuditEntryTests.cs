using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Tests.Access;

public sealed class AuditEntryTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_entry_sealed_before_each_had_its_programme_still_holds()
    {
        var entry = AuditEntry.Seal(1, At, new UserId(2), null, "Person", 5, "Added", "{}", AuditEntry.Genesis);

        // As such entries stand in databases that are in use.
        entry.Hash.ShouldBe("9bfd67602100110e33bc7bd52e663df9b95b8bc4256635b9c30c68407d94e853");
        entry.Follows(AuditEntry.Genesis).ShouldBeTrue();
    }

    [Fact]
    public void The_programme_is_sealed_too()
    {
        string HashOf(ProgrammeId? programme) => AuditEntry.Seal(1, At, new UserId(2), programme, "Person", 5, "Added", "{}", AuditEntry.Genesis).Hash;

        new[] { HashOf(null), HashOf(new ProgrammeId(1)), HashOf(new ProgrammeId(2)) }.Distinct().Count().ShouldBe(3);
    }
}
