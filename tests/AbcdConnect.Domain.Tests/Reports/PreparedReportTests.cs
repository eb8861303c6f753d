using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Domain.Tests.Reports;

public sealed class PreparedReportTests
{
    private static readonly UserId Joan = new(2);
    private static readonly UserId Amina = new(1);
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_approval_is_of_what_was_seen_and_lapses_with_the_next_word()
    {
        var report = PreparedReport.Begin(new ProgrammeId(1), new YearMonth(2026, 10));
        Should.Throw<DomainRuleException>(() => report.Ask(Joan, Joan, "a", Now)).Message.ShouldContain("somebody else");
        report.Ask(Joan, Amina, "a", Now);
        Should.Throw<DomainRuleException>(() => report.Approve(Joan, "a", Now)).Message.ShouldContain("somebody else");
        Should.Throw<DomainRuleException>(() => report.Approve(Amina, "b", Now)).Message.ShouldContain("changed since you were asked");

        report.Approve(Amina, "a", Now);

        report.MustBeApproved("a");
        Should.Throw<DomainRuleException>(() => report.MustBeApproved("b")).Message.ShouldContain("changed since it was approved");
        report.Choose([new ChosenSection(ReportSection.Learned, true, "Something new")]);
        Should.Throw<DomainRuleException>(() => report.MustBeApproved("a")).Message.ShouldContain("Nobody else has approved");
        Should.Throw<DomainRuleException>(() => report.SendBack(Amina, "Why?", Now)).Message.ShouldContain("Nobody is waiting");
    }

    [Fact]
    public void Every_part_stands_once_page_one_first_and_what_explains_the_rest_last()
    {
        var whole = ReportSections.Whole([new(ReportSection.Notes, false), new(ReportSection.Stories, false), new(ReportSection.Stories), new(ReportSection.Places)]);

        whole.Select(c => c.Section).Distinct().Count().ShouldBe(Enum.GetValues<ReportSection>().Length);
        whole[0].ShouldBe(new ChosenSection(ReportSection.Summary));
        whole[1].ShouldBe(new ChosenSection(ReportSection.Stories, false));
        whole[2].Section.ShouldBe(ReportSection.Places);
        whole[^1].ShouldBe(new ChosenSection(ReportSection.Notes));
        whole.Single(c => c.Section == ReportSection.Value).IsIn.ShouldBeFalse();
    }

    [Fact]
    public void A_cost_is_shared_out_over_the_months_it_pays_for_and_told_of_no_others()
    {
        var cost = ValueInput.Put(new ProgrammeId(1), ValueKind.Cost, Metric.NewConversations, 12_000, new YearMonth(2026, 1), new YearMonth(2026, 12), "Budget");

        cost.CostOf(new YearMonth(2026, 5)).ShouldBe(1_000);
        cost.CostOf(ReportPeriod.Quarter(new YearMonth(2026, 5))).ShouldBe(3_000);
        cost.CostOf(new YearMonth(2027, 1)).ShouldBeNull();
        Should.Throw<DomainRuleException>(() => ValueInput.Put(new ProgrammeId(1), ValueKind.Cost, Metric.NewConversations, 0, new YearMonth(2026, 1), new YearMonth(2026, 12), "Budget"));
    }
}
