using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.OpenReferral;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Tests.OpenReferral;

public sealed class DirectoriesTests
{
    private const string Sound = "https://sound.example/v3";
    private const string Broken = "https://broken.example/v3";

    [Fact]
    public async Task Followed_directories_are_read_when_their_time_has_come_and_one_that_fails_says_why_beside_the_others()
    {
        var web = new Pages();
        await using var database = await TestDatabase.Create(s => s.AddSingleton<IWebPages>(web));
        await database.Send(new FollowDirectory(Sound + "/services?page=1", FollowedHowOften.EveryWeek), database.Coordinator);
        await database.Send(new FollowDirectory(Broken, FollowedHowOften.EveryNight), database.Coordinator);
        await using var scope = database.Scope(database.Coordinator);
        var job = new DirectoriesJob(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>());

        await job.ReadDue(CancellationToken.None);

        var rows = await database.Send(new ListDirectories(), database.Administrator);
        rows.Select(r => r.Address).ShouldBe([Broken, Sound]);
        rows[0].Trouble!.ShouldStartWith("Instead of data, page 1 of the list is a web page.");
        rows[0].LastBatch.ShouldNotBeNull();
        rows[1].Trouble.ShouldBeNull();
        rows[1].Counts!.Added.ShouldBe(1);
        (await database.Db(db => db.Assets.SingleAsync())).Name.ShouldBe("Walking netball");

        // The next night: the one of every night only. A week on: both, and only what has changed is asked for.
        web.Asked.Clear();
        database.Clock.Now += TimeSpan.FromDays(1);
        await job.ReadDue(CancellationToken.None);
        web.Asked.ShouldAllBe(a => a.StartsWith(Broken, StringComparison.Ordinal));
        web.Asked.Clear();
        database.Clock.Now += TimeSpan.FromDays(6);
        await job.ReadDue(CancellationToken.None);
        web.Asked.ShouldContain(a => a.StartsWith(Sound, StringComparison.Ordinal) && a.Contains("modified_after=2026-11-11", StringComparison.Ordinal));
        (await database.Send(new ListDirectories(), database.Coordinator))[1].Counts!.Same.ShouldBe(1);

        await database.Send(new StopFollowing(rows[0].Id), database.Coordinator);
        // Followed no more while it was being read: there is nothing to note.
        await database.Send(new NoteDirectoryRead(rows[0].Id, null, "It did not answer."), database.Coordinator);
        (await database.Send(new ListDirectories(), database.Coordinator)).Count.ShouldBe(1);
        await Should.ThrowAsync<NotAllowedException>(database.Send(new FollowDirectory(Sound, FollowedHowOften.EveryNight), database.Administrator));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new FollowDirectory("file:///etc/passwd", FollowedHowOften.EveryNight), database.Coordinator));
    }

    private sealed class Pages : IWebPages
    {
        public List<string> Asked { get; } = [];

        public Task<byte[]> Read(Uri at, CancellationToken token)
        {
            Asked.Add(at.AbsoluteUri);
            return Task.FromResult(at.AbsoluteUri.StartsWith(Broken, StringComparison.Ordinal)
                ? "<html>Welcome"u8.ToArray()
                : """{"contents":[{"id":"5a1c9f5e-98a0-4d0e-9f5f-9b9d7d5f5a11","name":"Walking netball","last_modified":"2026-01-01T00:00:00Z","service_at_locations":[]}],"total_pages":1,"last_page":true}"""u8.ToArray());
        }
    }
}
