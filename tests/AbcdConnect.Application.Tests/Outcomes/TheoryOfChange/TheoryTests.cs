using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Outcomes.TheoryOfChange;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Outcomes.TheoryOfChange;

public sealed class TheoryTests
{
    private const string Key = "stronger-communities";

    [Fact]
    public void Every_template_names_only_figures_and_measures_there_are_goes_forward_and_counts_its_outputs()
    {
        TheoryTemplates.All.Select(t => t.Key).ShouldBe([Key, "c2-principles", "hct-readiness"]);
        var scores = MeasureLibrary.All.SelectMany(m => m.Scores.Select(s => $"{m.Code}/{s.Key}")).ToList();
        var metrics = MetricDefinitions.All.Select(m => m.Name).ToList();
        foreach (var template in TheoryTemplates.All)
        {
            template.Source.ShouldNotBeNullOrWhiteSpace();
            template.Nodes.SelectMany(n => n.Measures ?? []).Except(scores).ShouldBeEmpty();
            template.Nodes.SelectMany(n => n.Metrics ?? []).Except(metrics).ShouldBeEmpty();
            template.Nodes.Where(n => n.Layer == TheoryLayer.Outputs && n.Metrics is not { Count: > 0 }).ShouldBeEmpty();
            template.Links.ShouldAllBe(l => template.Node(l.From)!.Layer < template.Node(l.To)!.Layer);
            template.Links.Where(l => l.Strength is EvidenceStrength.Some or EvidenceStrength.Strong && l.Evidence is null).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_draft_is_changed_adopted_and_the_edition_before_it_still_read()
    {
        await using var database = await TestDatabase.Create();
        (await database.Send(new SeeTheory(), database.Coordinator)).Shown.ShouldBeNull();
        await database.Send(new BeginTheory(Key), database.Coordinator);
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeTheory(Key), database.Worker));
        await database.Send(new AdoptTheory(Key, "At the first meeting", 0), database.Coordinator);
        (await database.Send(new SeeTheory(), database.Commissioner)).Shown!.Edition.ShouldBe(1);

        // The first change of an adopted edition begins the next.
        await database.Send(new ChangeTheory(Key, new PutNode(new TheoryNode("", TheoryLayer.Outcomes, "Neighbours know each other", Measures: ["network/friends"])), 0), database.Coordinator);
        var draft = (await database.Send(new SeeTheory(Key, 0), database.Coordinator)).Shown!;
        (draft.Edition, draft.IsDraft).ShouldBe((2, true));
        await database.Send(new ChangeTheory(Key, new PutLink(new TheoryLink("o-activities", "neighbours-know-each-other", EvidenceStrength.Practice)), draft.Version), database.Coordinator);
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeTheory(Key, new TakeNode("health"), draft.Version), database.Coordinator));
        (await database.Send(new SeeTheory(Key), database.Worker)).Shown!.Content.Node("neighbours-know-each-other").ShouldBeNull("a draft is nobody else's");

        await database.Send(new AdoptTheory(Key, "Asked for by residents", draft.Version + 1), database.Coordinator);
        var now = (await database.Send(new SeeTheory(Key), database.Worker)).Shown!;
        now.Content.Links.ShouldContain(l => l.To == "neighbours-know-each-other");
        now.Editions.Select(e => (e.Edition, e.Why)).ShouldBe([(2, "Asked for by residents"), (1, "At the first meeting")]);
        (await database.Send(new SeeTheory(Key, 1), database.Worker)).Shown!.Content.Node("neighbours-know-each-other").ShouldBeNull();
        await Should.ThrowAsync<NotAllowedException>(database.Send(new BeginTheory(Key), database.Worker));
    }

    [Fact]
    public async Task What_would_not_hold_is_refused_in_words()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(new BeginTheory(Key), database.Coordinator);

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new ChangeTheory(Key, new PutLink(new TheoryLink("networks", "connect", EvidenceStrength.Assumed)), 0), database.Coordinator))).Message.ShouldContain("goes forward");
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new ChangeTheory(Key, new PutLink(new TheoryLink("connect", "networks", EvidenceStrength.Strong)), 0), database.Coordinator))).Message.ShouldContain("which studies");
        (await Should.ThrowAsync<ValidationException>(database.Send(new ChangeTheory(Key, new PutNode(new TheoryNode("", TheoryLayer.Outputs, "Cups of tea")), 0), database.Coordinator))).Message.ShouldContain("every output has a figure");
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new ChangeTheory(Key, new PutNode(new TheoryNode("", TheoryLayer.Outcomes, "Joy", Measures: ["ons4/joy"])), 0), database.Coordinator))).Message.ShouldContain("not there any more");
    }

    [Fact]
    public async Task Opening_a_part_says_what_is_known_and_what_is_missing()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(new BeginTheory(Key), database.Coordinator);
        await database.Send(new AdoptTheory(Key, null, 0), database.Coordinator);

        var output = await database.Send(new OpenTheoryNode(Key, "o-conversations"), database.Worker);
        output.Figures.ShouldHaveSingleItem().Definition.Name.ShouldBe("new-conversations");
        output.Missing.ShouldContain(m => m.Contains("Nothing is promised", StringComparison.Ordinal));

        var outcome = await database.Send(new OpenTheoryNode(Key, "networks"), database.Worker);
        outcome.Measures.Select(m => m.Score).ShouldBe(["network/friends", "network/company", "ucla3/sum", "lonely/lonely"]);
        outcome.Missing.ShouldContain(m => m.Contains("Nobody has been due to be asked twice", StringComparison.Ordinal));
        outcome.Missing.ShouldContain("No story that may be used tells of it in the last twelve months.");
        outcome.Missing.ShouldContain("That “New conversations” leads to it is assumed, not shown.");

        // A commissioner reads figures where they are published, and nowhere before.
        var published = await database.Send(new OpenTheoryNode(Key, "o-conversations"), database.Commissioner);
        published.ShouldSatisfyAllConditions(n => n.ShowsFigures.ShouldBeFalse(), n => n.Figures.ShouldBeEmpty());
    }
}
