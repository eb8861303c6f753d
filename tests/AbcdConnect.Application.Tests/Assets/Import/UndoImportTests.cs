using System.Text;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Import;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Import;

public sealed class UndoImportTests
{
    private const string Clubs = "name,category,address,postcode\nBowls,Bowling,Green,ZZ3 2SH\nJudo,Martial arts,Quay,ZZ3 9ZZ\nChess,Chess,Mill,ZZ3 2SH\nChoir,Singing,Mill,ZZ3 2SH\n";

    [Fact]
    public async Task A_whole_import_is_taken_back_and_what_was_worked_on_since_stays_and_is_named()
    {
        await using var database = await TestDatabase.Create();
        var batch = await Import(database, Clubs);
        await Edit(database, "Judo", d => d with { Cost = "£3" });
        await Edit(database, "Chess", null);

        var undone = await database.Send(new UndoImport(batch), database.Coordinator);

        undone.ShouldBe(new UndoneImport(batch, TakenBack: 2, KeptSince: 2));
        (await OnTheMap(database)).ShouldBe(["Chess", "Judo"]);
        var view = await database.Send(new ViewImport(batch, new Application.Common.ListRequest()), database.Coordinator);
        view.Import.Outcome.ShouldBe(ImportOutcome.Undone);
        view.Stayed.Select(s => (s.Row, s.Value, s.WhatToDo)).ShouldBe(
            [(3, "Judo", "Changed since by somebody, so it stays: cost."), (4, "Chess", "Somebody has confirmed since that it is right.")]);
        // The same list may come again: what went comes anew, what stayed is the same.
        (await database.Send(new ImportAssets(Text(Clubs), "clubs.csv", "sports-clubs"), database.Coordinator)).Counts.ShouldBe(new ImportCounts(4, Added: 2, Changed: 0, Same: 2, 0, 0, 4));
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new UndoImport(batch), database.Coordinator))).Message.ShouldBe("It has been taken back already.");
    }

    [Fact]
    public async Task What_an_import_changed_says_again_what_it_said_before_field_by_field()
    {
        await using var database = await TestDatabase.Create();
        var first = await Import(database, Clubs);
        var second = await Import(database, Clubs.Replace("Bowling,Green", "Crown green bowling,New Green", StringComparison.Ordinal).Replace("Singing,Mill", "Gospel,Hall", StringComparison.Ordinal));
        await Edit(database, "Bowls", d => d with { Address = "The New Green, round the back" });

        // The first one's entries have been changed by the second: they stay.
        var early = await database.Send(new UndoImport(second), database.Coordinator);
        var bowls = await Find(database, "Bowls");
        var choir = await Find(database, "Choir");

        early.ShouldBe(new UndoneImport(second, TakenBack: 2, KeptSince: 1));
        (bowls.Description, bowls.Address).ShouldBe(("Sport: Bowling", "The New Green, round the back"));
        (choir.Description, choir.Address).ShouldBe(("Sport: Singing", "Mill"));
        FieldSources.Read(choir.Sources)[AssetField.Address].Batch.ShouldBe(first);
        var view = await database.Send(new ViewImport(second, new Application.Common.ListRequest()), database.Coordinator);
        view.Stayed.Single().WhatToDo.ShouldBe("Changed since, so it stays as it is: address. All else says again what it said before.");
        // As the choir is as the first import left it, the same file says nothing new of it.
        (await database.Send(new ImportAssets(Text(Clubs), "clubs.csv", "sports-clubs"), database.Coordinator)).Counts.Same.ShouldBe(4);
    }

    [Fact]
    public async Task An_entry_that_a_later_import_changed_or_that_people_were_told_about_stays()
    {
        await using var database = await TestDatabase.Create();
        var first = await Import(database, Clubs);
        await Import(database, Clubs.Replace("Bowling,Green", "Bowling,New Green", StringComparison.Ordinal));
        var choir = await Find(database, "Choir");
        await database.Add(Domain.Signposting.Signpost.Give(
            database.Programme, null, database.Worker.UserId, Guid.NewGuid(), null, new Domain.Signposting.SignpostTarget(choir.Id, null, "Choir", null), null, database.Clock.Today, null, database.Clock.Today));

        await database.Send(new UndoImport(first), database.Coordinator);

        (await OnTheMap(database)).ShouldBe(["Bowls", "Choir"]);
        var view = await database.Send(new ViewImport(first, new Application.Common.ListRequest()), database.Coordinator);
        view.Stayed.Select(s => s.WhatToDo).ShouldBe(["Changed since by a later import, so it stays: address.", "People have been told about it since."], ignoreOrder: true);
    }

    [Fact]
    public async Task An_import_or_an_undoing_whose_process_was_killed_is_gone_on_with_and_counts_what_it_had_done()
    {
        await using var database = await TestDatabase.Create();
        var rows = "name,postcode\n" + string.Concat(Enumerable.Range(1, 1_200).Select(i => $"Group {i},ZZ3 2SH\n"));
        var id = await SheetTests.Upload(database, "groups.csv", rows);
        var taken = await database.Send(new TakeUpload(id, ForTrial: false), database.Coordinator);
        using var stop = new CancellationTokenSource();
        await using (taken.File)
        await using (var scope = database.Scope(database.Coordinator))
        {
            var mediator = (MediatR.IMediator)scope.ServiceProvider.GetService(typeof(MediatR.IMediator))!;
            await Should.ThrowAsync<OperationCanceledException>(mediator.Send(
                new ImportAssets(taken.File, taken.FileName, taken.Profile.Name, Progress: new StopAt(500, stop)) { Columns = taken.Profile, Upload = id }, stop.Token));
        }

        // A killed process writes down nothing: it still stands as running, and nobody says so any more.
        var batch = await database.Db(db => db.ImportBatches.Select(b => b.Id).SingleAsync());
        await database.Db(db => db.ImportBatches.ExecuteUpdateAsync(set => set.SetProperty(b => b.Outcome, ImportOutcome.Running).SetProperty(b => b.FailedBecause, (string?)null)));
        var program = Application.Access.Viewer.System(default, "The program");
        (await database.Send(new ClaimStoppedImports(), program)).ShouldBeEmpty();
        database.Clock.Now += TimeSpan.FromMinutes(2);

        var claimed = (await database.Send(new ClaimStoppedImports(), program)).ShouldHaveSingleItem();
        (claimed.Batch, claimed.Upload, claimed.By).ShouldBe((batch, id, database.Coordinator.UserId));
        (await database.Send(new ClaimStoppedImports(), program)).ShouldBeEmpty();
        var result = await SheetTests.Bring(database, id);

        result.Batch.ShouldBe(batch);
        result.Counts.ShouldBe(new ImportCounts(1_200, Added: 1_200, 0, 0, 0, 0, 1_200));
        (await database.Db(db => db.Assets.CountAsync())).ShouldBe(1_200);
        (await database.Db(db => db.ImportBatches.SingleAsync())).Outcome.ShouldBe(ImportOutcome.Done);
    }

    [Fact]
    public async Task An_import_whose_file_is_here_no_more_is_marked_as_stopped()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(ImportBatch.Start(database.Programme, "sports-clubs", "clubs.csv", null, database.Clock.Now));
        database.Clock.Now += TimeSpan.FromMinutes(2);

        (await database.Send(new ClaimStoppedImports(), Application.Access.Viewer.System(default))).ShouldBeEmpty();

        var batch = await database.Db(db => db.ImportBatches.SingleAsync());
        batch.Outcome.ShouldBe(ImportOutcome.Failed);
        batch.FailedBecause!.ShouldStartWith("It was stopped before its end");
    }

    private static async Task<ImportBatchId> Import(TestDatabase database, string csv) =>
        (await database.Send(new ImportAssets(Text(csv), "clubs.csv", "sports-clubs"), database.Coordinator)).Batch!.Value;

    private static async Task Edit(TestDatabase database, string name, Func<AssetDetails, AssetDetails>? change)
    {
        var asset = await Find(database, name);
        if (change is null)
        {
            await database.Send(new ConfirmAsset(asset.Id), database.Coordinator);
            return;
        }

        await database.Send(new ChangeAsset(asset.Id, asset.Version, change(asset.Details)), database.Coordinator);
    }

    private static Task<Asset> Find(TestDatabase database, string name) => database.Db(db => db.Assets.Include(a => a.Hours).SingleAsync(a => a.Name == name && a.RejectedOn == null));

    private static Task<List<string>> OnTheMap(TestDatabase database) => database.Db(db => db.Assets.Where(a => a.RejectedOn == null).OrderBy(a => a.Name).Select(a => a.Name).ToListAsync());

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class StopAt(int rows, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= rows)
            {
                stop.Cancel();
            }
        }
    }
}
