using System.ComponentModel.DataAnnotations;
using AbcdConnect.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class EditConflictTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 3, 13, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Only_what_differs_is_shown_by_the_name_people_see()
    {
        var conflict = EditConflict.Between(
            new AssetForm { Name = "Brook End café", NextVisit = new DateOnly(2026, 11, 12), Open = true },
            new AssetForm { Name = "Brook End Community Café", NextVisit = new DateOnly(2026, 11, 12), Open = false },
            new WhoWasFirst("Joan Okafor", At));

        conflict.ByWhom.ShouldBe("Joan Okafor");
        conflict.Differences.ShouldBe(
        [
            new FieldDifference("What is it called?", "Brook End café", "Brook End Community Café"),
            new FieldDifference("Open", "Yes", "No"),
        ]);
    }

    [Fact]
    public void The_machine_s_own_fields_are_left_out() =>
        EditConflict.Between(
            new AssetForm { Version = 3, SubmissionId = Guid.NewGuid(), Place = 1 },
            new AssetForm { Version = 2, SubmissionId = Guid.NewGuid(), Place = 2 },
            new WhoWasFirst("Joan", At)).Differences.ShouldBeEmpty();

    [Fact]
    public void Dates_lists_and_choices_are_shown_in_words()
    {
        var conflict = EditConflict.Between(
            new AssetForm { NextVisit = new DateOnly(2026, 11, 12), Languages = ["Polish", "Urdu"], Cost = Cost.FreeForAll },
            new AssetForm { NextVisit = null, Languages = ["Polish"], Cost = Cost.ByDonation },
            new WhoWasFirst("Joan", At));

        conflict.Differences.ShouldBe(
        [
            new FieldDifference("Next visit", "12 November 2026", ""),
            new FieldDifference("Languages", "Polish, Urdu", "Polish"),
            new FieldDifference("Cost", "Free for all", "Give what you like"),
        ]);
    }

    [Fact]
    public void Line_ends_and_outer_spaces_are_no_difference() =>
        EditConflict.Between(new AssetForm { Name = "One\r\nTwo " }, new AssetForm { Name = "One\nTwo" }, new WhoWasFirst("Joan", At))
            .Differences.ShouldBeEmpty();

    [Fact]
    public void A_summer_moment_is_written_in_British_summer_time() =>
        UkText.Moment(At).ShouldBe("3 July 2026 at 2.30pm");

    private enum Cost
    {
        FreeForAll,

        [Display(Name = "Give what you like")]
        ByDonation,
    }

    private sealed class AssetForm
    {
        [Display(Name = "What is it called?")]
        public string? Name { get; set; }

        public DateOnly? NextVisit { get; set; }

        public bool Open { get; set; }

        public List<string> Languages { get; set; } = [];

        public Cost Cost { get; set; }

        [HiddenInput]
        public long Place { get; set; }

        public Guid SubmissionId { get; set; }

        public long Version { get; set; }
    }
}
