using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Mail;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Infrastructure.Mail;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Infrastructure.Tests.Mail;

/// <summary>Letters by a real mail server of the test's own, and what a mail program reads of them.</summary>
public sealed class LettersTests
{
    private const string Meeting =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//AbcdConnect//Meetings//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:meeting-1@test\r\nSEQUENCE:0\r\nDTSTAMP:20261112T100000Z\r\nDTSTART:20261126T140000Z\r\n"
        + "SUMMARY:Round table\r\nORGANIZER:mailto:joan@demo.example\r\nATTENDEE:mailto:priya@homes.example\r\nURL:{site}/meetings/1?and=a-rather-long-address-that-is-to-be-fold\r\n ed-again\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    public async Task A_letter_arrives_with_its_words_its_links_its_calendar_and_its_files_and_is_let_go()
    {
        await using var post = await Post.Open();
        await post.Write(Letter.To(post.Database.Programme, "priya@homes.example", "Priya Sháh 漢", "Round table\r\nBcc: everybody@example.com", "Dear Priya,\n.\nIt is on {site}/meetings/1 – 50% łatwe.")
            .WithCalendar("REQUEST", Meeting).With("agenda.pdf", "application/pdf", [0x25, 0x50, 0x44, 0x46]));

        (await post.Carry()).ShouldBe(1);
        (await post.Carry()).ShouldBe(0);

        var letter = (await ReadLetters.Of(post.Server.Taken)).ShouldHaveSingleItem();
        post.Server.Taken[0].To.ShouldBe(["priya@homes.example"]);
        letter.To.ShouldBe("Priya Sháh 漢 <priya@homes.example>");
        letter.From.ShouldBe("Wealbourne Together <together@wealbourne.example>");
        letter.Subject.ShouldBe("Round table  Bcc: everybody@example.com");
        letter.Text.ReplaceLineEndings("\n").Trim().ShouldBe("Dear Priya,\n.\nIt is on https://abcd.example.org/meetings/1 – 50% łatwe.");
        letter.Types.ShouldBe(["text/plain", "text/calendar", "application/pdf"]);
        letter.Files.ShouldBe(["agenda.pdf"]);
        letter.Auto.ShouldBe("auto-generated");
        letter.Calendar.ShouldNotBeNull().Url.ShouldBe("https://abcd.example.org/meetings/1?and=a-rather-long-address-that-is-to-be-folded-again");
        var kept = await post.Only();
        (kept.State, kept.Tries, kept.SettledAt).ShouldBe((LetterState.Sent, 1, post.Database.Clock.Now));
        (kept.Text, kept.Calendar, await post.Database.Db(db => db.Set<LetterAttachment>().CountAsync())).ShouldBe((null, null, 0));
    }

    [Fact]
    public async Task With_the_mail_server_down_for_a_day_nothing_is_lost_and_each_letter_is_sent_once()
    {
        await using var post = await Post.Open();
        await post.Server.Close();
        await post.Write(post.Plain("a@one.example"), post.Plain("b@two.example"), post.Plain("c@three.example"));
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            (await post.Carry()).ShouldBe(0);
            post.Database.Clock.Now += TimeSpan.FromMinutes(5);
        }

        (await post.Database.Db(db => db.Letters.AllAsync(l => l.State == LetterState.Waiting && l.Tries > 5 && l.Why != null))).ShouldBeTrue();
        post.Server.Open();
        for (var minute = 0; minute <= 60; minute += 5)
        {
            await post.Carry();
            post.Database.Clock.Now += TimeSpan.FromMinutes(5);
        }

        post.Server.Taken.SelectMany(t => t.To).ShouldBe(["a@one.example", "b@two.example", "c@three.example"], ignoreOrder: true);
        (await post.Database.Db(db => db.Letters.CountAsync(l => l.State == LetterState.Sent))).ShouldBe(3);
    }

    [Fact]
    public async Task A_refused_address_comes_back_at_once_and_is_never_tried_again_and_the_others_go_out()
    {
        await using var post = await Post.Open();
        post.Server.Refuse("gone@one.example", "550 5.1.1 Nobody of that name here");
        await post.Write(post.Plain("gone@one.example"), post.Plain("zoë@one.example"), post.Plain("b@two.example"), post.Plain("not an address"));

        (await post.Carry()).ShouldBe(1);
        post.Server.Welcome("gone@one.example");
        post.Database.Clock.Now += TimeSpan.FromDays(2);
        (await post.Carry()).ShouldBe(0);

        var back = await post.Database.Db(db => db.Letters.Where(l => l.State == LetterState.Bounced).OrderBy(l => l.Id).ToListAsync());
        back.Select(l => l.Why).ShouldBe(["550 5.1.1 Nobody of that name here", "Only plain letters, without accents, may stand before the @ of an address that we send to.", "That is no e-mail address."]);
        post.Server.Taken.ShouldHaveSingleItem().To.ShouldBe(["b@two.example"]);
        (await Should.ThrowAsync<DomainRuleException>(() => post.Database.Send(new TryLetterAgain(back[0].Id), post.Database.Coordinator))).Message.ShouldContain("refused");
    }

    [Fact]
    public async Task A_busy_box_is_tried_again_less_and_less_often_until_it_is_given_up_and_somebody_may_begin_again()
    {
        await using var post = await Post.Open();
        post.Server.Refuse("full@one.example", "452 4.2.2 The box is full");
        await post.Write(post.Plain("full@one.example"));
        var at = new List<DateTimeOffset>();
        while ((await post.Only()).State == LetterState.Waiting)
        {
            post.Database.Clock.Now = (await post.Only()).DueAt;
            at.Add(post.Database.Clock.Now);
            await post.Carry();
        }

        at.Zip(at.Skip(1), (a, b) => (b - a).TotalMinutes).Take(8).ShouldBe([1, 2, 5, 10, 20, 40, 60, 60]);
        (at[^1] - at[0]).ShouldBeInRange(Letter.TriedFor, Letter.TriedFor + TimeSpan.FromHours(1));
        var given = await post.Only();
        (given.State, given.Why).ShouldBe((LetterState.GivenUp, "452 4.2.2 The box is full"));
        given.Text.ShouldNotBeNull();
        post.Server.Welcome("full@one.example");
        (await post.Carry()).ShouldBe(0);
        await post.Database.Send(new TryLetterAgain(given.Id), post.Database.Coordinator);
        (await post.Carry()).ShouldBe(1);
    }

    [Fact]
    public async Task Where_nobody_knows_whether_it_was_taken_it_is_sent_once_more_and_known_by_its_number()
    {
        await using var post = await Post.Open();
        post.Server.FallsSilentOnce = true;
        await post.Write(post.Plain("a@one.example"));
        await post.Carry();
        post.Database.Clock.Now += TimeSpan.FromMinutes(2);
        await post.Carry();

        var twice = await ReadLetters.Of(post.Server.Taken);
        twice.Count.ShouldBe(2);
        twice[1].Id.ShouldBe(twice[0].Id);
        (await post.Only()).State.ShouldBe(LetterState.Sent);
    }

    [Fact]
    public async Task A_letter_that_is_refused_for_what_it_is_is_not_pressed_on_anybody()
    {
        await using var post = await Post.Open();
        post.Server.AnswerToWords = "552 5.3.4 Too big for us";
        await post.Write(post.Plain("a@one.example"));
        await post.Carry();

        var kept = await post.Only();
        (kept.State, kept.Why).ShouldBe((LetterState.GivenUp, "552 5.3.4 Too big for us"));
    }

    [Fact]
    public async Task Killed_on_its_way_a_letter_is_taken_up_again_after_a_while_and_not_before_whoever_asks_for_it()
    {
        await using var post = await Post.Open();
        await post.Write(post.Plain("a@one.example"));
        await post.Database.Db(async db =>
        {
            (await db.Letters.SingleAsync()).Try(post.Database.Clock.Now);
            return await db.SaveChangesAsync();
        });

        (await post.Carry()).ShouldBe(0);
        // For all that anybody knows the mail server has it in hand: pressed now it would arrive twice.
        (await Should.ThrowAsync<DomainRuleException>(async () => await post.Database.Send(new TryLetterAgain((await post.Only()).Id), post.Database.Coordinator))).Message.ShouldContain("on its way");
        (await post.Carry()).ShouldBe(0);
        post.Database.Clock.Now += TimeSpan.FromMinutes(16);
        (await post.Carry()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_mail_server_letters_wait_and_the_list_says_so_plainly()
    {
        await using var post = await Post.Open(_ => new MailSettings());
        await post.Write(post.Plain("a@one.example"));

        (await post.Carry()).ShouldBe(0);

        var seen = await post.Database.Send(new ListLetters(new ListRequest()), post.Database.Coordinator);
        seen.Mail.IsReady.ShouldBeFalse();
        seen.Mail.Words.ShouldContain("Set Mail:Host");
        (seen.Waiting, seen.Letters.Items.ShouldHaveSingleItem().State, seen.WaitingSince).ShouldBe((1, LetterState.Waiting, post.Database.Clock.Now));
        (await Should.ThrowAsync<NotAllowedException>(() => post.Database.Send(new ListLetters(new ListRequest()), post.Database.Worker))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_the_sender_set_is_no_address_letters_wait_and_the_list_says_so_plainly()
    {
        await using var post = await Post.Open(_ => new MailSettings("127.0.0.1", 1, From: "Wealbourne Together", Site: "https://abcd.example.org"));
        await post.Write(post.Plain("a@one.example"));

        (await post.Carry()).ShouldBe(0);

        (await post.Only()).Tries.ShouldBe(0);
        (await post.Database.Send(new ListLetters(new ListRequest()), post.Database.Coordinator)).Mail.Words.ShouldContain("“Wealbourne Together”, which is no e-mail address");
    }

    [Fact]
    public async Task While_developing_letters_are_files_to_look_at()
    {
        await using var post = await Post.Open(folder => new MailSettings(Folder: Path.Combine(folder, "letters")));
        await post.Write(post.Plain("a@one.example"));

        (await post.Carry()).ShouldBe(1);

        (await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(post.Database.Folder, "letters"), "*.eml").ShouldHaveSingleItem())).ShouldContain("a@one.example");
    }

    private sealed class Post(TestDatabase database, LocalMailServer server) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public LocalMailServer Server => server;

        public static async Task<Post> Open(Func<string, MailSettings>? settings = null)
        {
            var server = LocalMailServer.Start();
            var mail = new MailSettings("127.0.0.1", server.Port, From: "together@wealbourne.example", FromName: "Wealbourne Together", Tls: false, Site: "https://abcd.example.org");
            TestDatabase? database = null;
            database = await TestDatabase.Create(services => services.AddSingleton(_ => settings?.Invoke(database!.Folder) ?? mail));
            return new Post(database, server);
        }

        public Letter Plain(string address) => Letter.To(database.Programme, address, null, "Hello", "Come by.");

        public Task Write(params Letter[] letters) => database.Add([.. letters]);

        public Task<int> Carry() => database.Send(new CarryLetters(), Viewer.System(database.Programme));

        public Task<Letter> Only() => database.Db(db => db.Letters.AsNoTracking().SingleAsync());

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
