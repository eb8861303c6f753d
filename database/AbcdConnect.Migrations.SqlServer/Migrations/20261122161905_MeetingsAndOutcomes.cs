using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AbcdConnect.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class MeetingsAndOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Decision_Meetings_MeetingId",
                table: "Decision");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ConversationId",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_PassedOnBy",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_PassedOnFrom",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_OutcomeReports_ProgrammeId_Month_Edition",
                table: "OutcomeReports");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_AgencyId_DoneOn_DueOn",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_OwnerId_DoneOn_DueOn",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_ProgrammeId_DoneOn_DueOn",
                table: "MeetingActions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Decision",
                table: "Decision");

            migrationBuilder.RenameTable(
                name: "Decision",
                newName: "Decisions");

            migrationBuilder.RenameIndex(
                name: "IX_Decision_MeetingId",
                table: "Decisions",
                newName: "IX_Decisions_MeetingId");

            migrationBuilder.AddColumn<long>(
                name: "ConversationId",
                table: "Stories",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HidesPlace",
                table: "Stories",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MayGoOnWeb",
                table: "Stories",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MayNameTeller",
                table: "Stories",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MayShowPicture",
                table: "Stories",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OutcomeCodes",
                table: "Stories",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "StaysOutOfReports",
                table: "Stories",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "DisclosureRule",
                table: "Programmes",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "HideOneToFour");

            migrationBuilder.AddColumn<bool>(
                name: "PublishesAlone",
                table: "Programmes",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ApprovedBy",
                table: "OutcomeReports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cells",
                table: "OutcomeReports",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CsvSha256",
                table: "OutcomeReports",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Inputs",
                table: "OutcomeReports",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "OutcomeReports",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Month");

            migrationBuilder.AddColumn<bool>(
                name: "NoReportLetters",
                table: "Members",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "CalendarKey",
                table: "Meetings",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CalendarVersion",
                table: "Meetings",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "SeriesId",
                table: "Meetings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "MeetingAttendances",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ArrivedAt",
                table: "MeetingAttendances",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeftAt",
                table: "MeetingAttendances",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AgendaItemId",
                table: "MeetingActions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskedUntil",
                table: "MeetingActions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DecisionId",
                table: "MeetingActions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DroppedOn",
                table: "MeetingActions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstDueOn",
                table: "MeetingActions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Made",
                table: "MeetingActions",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MadeId",
                table: "MeetingActions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedAfter",
                table: "MeetingActions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedBefore",
                table: "MeetingActions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartedOn",
                table: "MeetingActions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StayedId",
                table: "ImportProblems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BeatAt",
                table: "ImportBatches",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNoted",
                table: "ImportBatches",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeptSince",
                table: "ImportBatches",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RowsRead",
                table: "ImportBatches",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TakenBack",
                table: "ImportBatches",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "ImportBatches",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UndoneBy",
                table: "ImportBatches",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Gifts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Gifts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "Gifts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Link",
                table: "AgendaItem",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MinutesOf",
                table: "AgendaItem",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "AgendaItem",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Presenter",
                table: "AgendaItem",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "AgendaItem",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProgrammeId",
                table: "Decisions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // A decision belongs to the programme of its meeting. The column is not there yet when the script's batch is compiled.
            migrationBuilder.Sql("EXEC(N'UPDATE Decisions SET ProgrammeId = (SELECT m.ProgrammeId FROM Meetings m WHERE m.Id = Decisions.MeetingId)')");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Decisions",
                table: "Decisions",
                column: "Id");

            migrationBuilder.CreateTable(
                name: "ActionNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActionId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionNotes_MeetingActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "MeetingActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgreedMinutes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    AgreedAtId = table.Column<long>(type: "bigint", nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WrittenBy = table.Column<long>(type: "bigint", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Agencies = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreedMinutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreedMinutes_Meetings_AgreedAtId",
                        column: x => x.AgreedAtId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreedMinutes_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreedMinutes_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Askings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    NeighbourhoodId = table.Column<long>(type: "bigint", nullable: true),
                    Months = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ShownFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Measures = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    How = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    WrittenBy = table.Column<long>(type: "bigint", nullable: true),
                    Answers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Askings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Askings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Discussions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Shared = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    NamedBy = table.Column<long>(type: "bigint", nullable: true),
                    NamedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Discussions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Discussions_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Discussions_Members_NamedBy",
                        column: x => x.NamedBy,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Discussions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Discussions_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DroppedSuggestion",
                columns: table => new
                {
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DroppedSuggestion", x => new { x.MeetingId, x.Key });
                    table.ForeignKey(
                        name: "FK_DroppedSuggestion_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FollowedDirectories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    HowOften = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    FollowedBy = table.Column<long>(type: "bigint", nullable: true),
                    FollowedSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastReadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastBatchId = table.Column<long>(type: "bigint", nullable: true),
                    LastTrouble = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowedDirectories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowedDirectories_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    AssetId = table.Column<long>(type: "bigint", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportChanges_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportChanges_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AddressKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Told = table.Column<int>(type: "int", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Invitations_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemNotes",
                columns: table => new
                {
                    AgendaItemId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Letters = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Clock = table.Column<long>(type: "bigint", nullable: false),
                    Writers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemNotes", x => x.AgendaItemId);
                    table.ForeignKey(
                        name: "FK_ItemNotes_AgendaItem_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptProfiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Profile = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    KeptBy = table.Column<long>(type: "bigint", nullable: true),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptProfiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptProfiles_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Subject = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    CalendarMethod = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Calendar = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    About = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    MessageKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GivenUpFrom = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    TriedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Letters_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureUses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsAsked = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureUses_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingPapers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AddedBy = table.Column<long>(type: "bigint", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingPapers_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingSeries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    NeighbourhoodId = table.Column<long>(type: "bigint", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: true),
                    LastsMinutes = table.Column<int>(type: "int", nullable: true),
                    Rhythm = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingSeries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingSeries_Assets_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingSeries_Neighbourhoods_NeighbourhoodId",
                        column: x => x.NeighbourhoodId,
                        principalTable: "Neighbourhoods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingSeries_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoteEdits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AgendaItemId = table.Column<long>(type: "bigint", nullable: false),
                    Writer = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    AfterWriter = table.Column<long>(type: "bigint", nullable: true),
                    AfterNumber = table.Column<long>(type: "bigint", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Removed = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    By = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteEdits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteEdits_AgendaItem_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteEdits_Members_By",
                        column: x => x.By,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwnMeasures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Wording = table.Column<int>(type: "int", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrittenBy = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OwnMeasures_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlacePrints",
                columns: table => new
                {
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    NeighbourhoodId = table.Column<long>(type: "bigint", nullable: false),
                    Pdf = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    PdfSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlacePrints", x => new { x.ReportId, x.NeighbourhoodId });
                    table.ForeignKey(
                        name: "FK_PlacePrints_Neighbourhoods_NeighbourhoodId",
                        column: x => x.NeighbourhoodId,
                        principalTable: "Neighbourhoods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlacePrints_OutcomeReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "OutcomeReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PreparedReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Chosen = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AskedBy = table.Column<long>(type: "bigint", nullable: true),
                    AskedOf = table.Column<long>(type: "bigint", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AskedSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    AnsweredBy = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreparedReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SaidAndDone",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    ActionId = table.Column<long>(type: "bigint", nullable: false),
                    NeighbourhoodId = table.Column<long>(type: "bigint", nullable: true),
                    YouSaid = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WeDid = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishedBy = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaidAndDone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SaidAndDone_MeetingActions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "MeetingActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SaidAndDone_Neighbourhoods_NeighbourhoodId",
                        column: x => x.NeighbourhoodId,
                        principalTable: "Neighbourhoods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SaidAndDone_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SaidPages",
                columns: table => new
                {
                    NeighbourhoodId = table.Column<long>(type: "bigint", nullable: false),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaidPages", x => x.NeighbourhoodId);
                    table.ForeignKey(
                        name: "FK_SaidPages_Neighbourhoods_NeighbourhoodId",
                        column: x => x.NeighbourhoodId,
                        principalTable: "Neighbourhoods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SaidPages_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sittings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    BeganAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sittings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sittings_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoryRounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Panel = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Learnt = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoryRounds_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoryTrails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryTrails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoryTrails_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Theories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AdoptedBy = table.Column<long>(type: "bigint", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Theories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Theories_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UploadedBy = table.Column<long>(type: "bigint", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Profile = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    TriedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Trial = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    BatchId = table.Column<long>(type: "bigint", nullable: true),
                    LeavesOutDoubtful = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Uploads_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Uploads_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ValueInputs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Metric = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    From = table.Column<int>(type: "int", nullable: false),
                    To = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValueInputs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MinutesCorrection",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AgreedMinutesId = table.Column<long>(type: "bigint", nullable: false),
                    About = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesCorrection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesCorrection_AgreedMinutes_AgreedMinutesId",
                        column: x => x.AgreedMinutesId,
                        principalTable: "AgreedMinutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AskingLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AskingId = table.Column<long>(type: "bigint", nullable: false),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    MadeBy = table.Column<long>(type: "bigint", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskingLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AskingLinks_Askings_AskingId",
                        column: x => x.AskingId,
                        principalTable: "Askings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DiscussionHearer",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DiscussionId = table.Column<long>(type: "bigint", nullable: false),
                    PractitionerId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    ConsentId = table.Column<long>(type: "bigint", nullable: false),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiscussionHearer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DiscussionHearer_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DiscussionHearer_Consents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "Consents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DiscussionHearer_Discussions_DiscussionId",
                        column: x => x.DiscussionId,
                        principalTable: "Discussions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DiscussionHearer_Practitioners_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvitationLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    InvitationId = table.Column<long>(type: "bigint", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvitationLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvitationLinks_Invitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "Invitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LetterAttachment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    LetterId = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterAttachment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterAttachment_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SaidSources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SaidAndDoneId = table.Column<long>(type: "bigint", nullable: false),
                    ConversationId = table.Column<long>(type: "bigint", nullable: true),
                    SignpostId = table.Column<long>(type: "bigint", nullable: true),
                    Gap = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    ToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ToldBy = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaidSources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SaidSources_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SaidSources_SaidAndDone_SaidAndDoneId",
                        column: x => x.SaidAndDoneId,
                        principalTable: "SaidAndDone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SaidSources_Signposts_SignpostId",
                        column: x => x.SignpostId,
                        principalTable: "Signposts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Guest",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SittingId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    From = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Guest_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SittingSpell",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SittingId = table.Column<long>(type: "bigint", nullable: false),
                    AgendaItemId = table.Column<long>(type: "bigint", nullable: false),
                    BeganAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SittingSpell", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SittingSpell_AgendaItem_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SittingSpell_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoriesInRounds",
                columns: table => new
                {
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    IsChosen = table.Column<bool>(type: "bit", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoriesInRounds", x => new { x.RoundId, x.StoryId });
                    table.ForeignKey(
                        name: "FK_StoriesInRounds_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoriesInRounds_StoryRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "StoryRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ConversationId",
                table: "Signposts",
                column: "ConversationId",
                filter: "[ConversationId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_PassedOnBy",
                table: "Signposts",
                column: "PassedOnBy",
                filter: "[PassedOnBy] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_PassedOnFrom",
                table: "Signposts",
                column: "PassedOnFrom",
                filter: "[PassedOnFrom] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeReports_CsvSha256",
                table: "OutcomeReports",
                column: "CsvSha256");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeReports_FiguresSha256",
                table: "OutcomeReports",
                column: "FiguresSha256");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeReports_PdfSha256",
                table: "OutcomeReports",
                column: "PdfSha256");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeReports_ProgrammeId_Month_Kind_Edition",
                table: "OutcomeReports",
                columns: new[] { "ProgrammeId", "Month", "Kind", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_SeriesId_HeldOn",
                table: "Meetings",
                columns: new[] { "SeriesId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_AgencyId_DoneOn_DroppedOn_DueOn",
                table: "MeetingActions",
                columns: new[] { "AgencyId", "DoneOn", "DroppedOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_DecisionId",
                table: "MeetingActions",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_Made_MadeId",
                table: "MeetingActions",
                columns: new[] { "Made", "MadeId" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_OwnerId_DoneOn_DroppedOn_DueOn",
                table: "MeetingActions",
                columns: new[] { "OwnerId", "DoneOn", "DroppedOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_ProgrammeId_DoneOn_DroppedOn_DueOn",
                table: "MeetingActions",
                columns: new[] { "ProgrammeId", "DoneOn", "DroppedOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_ProgrammeId_DueOn",
                table: "MeetingActions",
                columns: new[] { "ProgrammeId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_ProgrammeId_Outcome_On_NeighbourhoodId_ToAssetId",
                table: "Introductions",
                columns: new[] { "ProgrammeId", "Outcome", "On", "NeighbourhoodId", "ToAssetId" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_Outcome_BeatAt",
                table: "ImportBatches",
                columns: new[] { "Outcome", "BeatAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityStatusChanges_Status_From_ActivityId",
                table: "ActivityStatusChanges",
                columns: new[] { "Status", "From", "ActivityId" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivitySessions_HeldOn_ActivityId_HeadCount",
                table: "ActivitySessions",
                columns: new[] { "HeldOn", "ActivityId", "HeadCount" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ProgrammeId_Id",
                table: "Decisions",
                columns: new[] { "ProgrammeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionNotes_ActionId",
                table: "ActionNotes",
                column: "ActionId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedMinutes_AgreedAtId",
                table: "AgreedMinutes",
                column: "AgreedAtId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreedMinutes_MeetingId",
                table: "AgreedMinutes",
                column: "MeetingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreedMinutes_ProgrammeId",
                table: "AgreedMinutes",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_AskingLinks_AskingId",
                table: "AskingLinks",
                column: "AskingId");

            migrationBuilder.CreateIndex(
                name: "IX_AskingLinks_TokenHash",
                table: "AskingLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Askings_PersonId_Months",
                table: "Askings",
                columns: new[] { "PersonId", "Months" });

            migrationBuilder.CreateIndex(
                name: "IX_Askings_ProgrammeId_AnsweredOn_ClosedOn_ShownFrom",
                table: "Askings",
                columns: new[] { "ProgrammeId", "AnsweredOn", "ClosedOn", "ShownFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Askings_ProgrammeId_DueOn_NeighbourhoodId",
                table: "Askings",
                columns: new[] { "ProgrammeId", "DueOn", "NeighbourhoodId" });

            migrationBuilder.CreateIndex(
                name: "IX_DiscussionHearer_AgencyId",
                table: "DiscussionHearer",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_DiscussionHearer_ConsentId",
                table: "DiscussionHearer",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_DiscussionHearer_DiscussionId",
                table: "DiscussionHearer",
                column: "DiscussionId");

            migrationBuilder.CreateIndex(
                name: "IX_DiscussionHearer_PractitionerId",
                table: "DiscussionHearer",
                column: "PractitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_MeetingId_PersonId",
                table: "Discussions",
                columns: new[] { "MeetingId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_NamedBy",
                table: "Discussions",
                column: "NamedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_PersonId_OpenedAt",
                table: "Discussions",
                columns: new[] { "PersonId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_ProgrammeId",
                table: "Discussions",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowedDirectories_ProgrammeId_Address",
                table: "FollowedDirectories",
                columns: new[] { "ProgrammeId", "Address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Guest_SittingId",
                table: "Guest",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportChanges_AssetId",
                table: "ImportChanges",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportChanges_BatchId_Id",
                table: "ImportChanges",
                columns: new[] { "BatchId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InvitationLinks_InvitationId",
                table: "InvitationLinks",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationLinks_TokenHash",
                table: "InvitationLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_MeetingId_AddressKey",
                table: "Invitations",
                columns: new[] { "MeetingId", "AddressKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_ProgrammeId",
                table: "Invitations",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptProfiles_ProgrammeId_Name",
                table: "KeptProfiles",
                columns: new[] { "ProgrammeId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LetterAttachment_LetterId",
                table: "LetterAttachment",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ProgrammeId_About_Id",
                table: "Letters",
                columns: new[] { "ProgrammeId", "About", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ProgrammeId_State_DueAt_Id",
                table: "Letters",
                columns: new[] { "ProgrammeId", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ProgrammeId_State_WrittenAt_Id",
                table: "Letters",
                columns: new[] { "ProgrammeId", "State", "WrittenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ProgrammeId_WrittenAt_Id",
                table: "Letters",
                columns: new[] { "ProgrammeId", "WrittenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_DueAt_ProgrammeId",
                table: "Letters",
                columns: new[] { "State", "DueAt", "ProgrammeId" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureUses_ProgrammeId_Code",
                table: "MeasureUses",
                columns: new[] { "ProgrammeId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingPapers_MeetingId_Id",
                table: "MeetingPapers",
                columns: new[] { "MeetingId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingSeries_NeighbourhoodId",
                table: "MeetingSeries",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingSeries_PlaceId",
                table: "MeetingSeries",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingSeries_ProgrammeId_EndedOn",
                table: "MeetingSeries",
                columns: new[] { "ProgrammeId", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MinutesCorrection_AgreedMinutesId",
                table: "MinutesCorrection",
                column: "AgreedMinutesId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteEdits_AgendaItemId_Writer_Number",
                table: "NoteEdits",
                columns: new[] { "AgendaItemId", "Writer", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoteEdits_By",
                table: "NoteEdits",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_OwnMeasures_ProgrammeId_Code_Wording",
                table: "OwnMeasures",
                columns: new[] { "ProgrammeId", "Code", "Wording" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlacePrints_NeighbourhoodId",
                table: "PlacePrints",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_PlacePrints_PdfSha256",
                table: "PlacePrints",
                column: "PdfSha256");

            migrationBuilder.CreateIndex(
                name: "IX_PreparedReports_ProgrammeId_Month_Kind",
                table: "PreparedReports",
                columns: new[] { "ProgrammeId", "Month", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PreparedReports_ProgrammeId_State",
                table: "PreparedReports",
                columns: new[] { "ProgrammeId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SaidAndDone_ActionId",
                table: "SaidAndDone",
                column: "ActionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SaidAndDone_NeighbourhoodId",
                table: "SaidAndDone",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_SaidAndDone_ProgrammeId_NeighbourhoodId_PublishedOn",
                table: "SaidAndDone",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "PublishedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SaidAndDone_ProgrammeId_PublishedOn",
                table: "SaidAndDone",
                columns: new[] { "ProgrammeId", "PublishedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SaidPages_Code",
                table: "SaidPages",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SaidPages_ProgrammeId",
                table: "SaidPages",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_SaidSources_ConversationId",
                table: "SaidSources",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_SaidSources_SaidAndDoneId",
                table: "SaidSources",
                column: "SaidAndDoneId");

            migrationBuilder.CreateIndex(
                name: "IX_SaidSources_SignpostId",
                table: "SaidSources",
                column: "SignpostId");

            migrationBuilder.CreateIndex(
                name: "IX_Sittings_MeetingId",
                table: "Sittings",
                column: "MeetingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SittingSpell_AgendaItemId",
                table: "SittingSpell",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_SittingSpell_SittingId",
                table: "SittingSpell",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_StoriesInRounds_StoryId",
                table: "StoriesInRounds",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_StoryRounds_ProgrammeId_OpenedOn",
                table: "StoryRounds",
                columns: new[] { "ProgrammeId", "OpenedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_StoryTrails_StoryId_Place",
                table: "StoryTrails",
                columns: new[] { "StoryId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Theories_ProgrammeId_Key_Edition",
                table: "Theories",
                columns: new[] { "ProgrammeId", "Key", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_BatchId",
                table: "Uploads",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_ProgrammeId_UploadedBy_UploadedAt",
                table: "Uploads",
                columns: new[] { "ProgrammeId", "UploadedBy", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ValueInputs_ProgrammeId_From",
                table: "ValueInputs",
                columns: new[] { "ProgrammeId", "From" });

            migrationBuilder.AddForeignKey(
                name: "FK_Decisions_Meetings_MeetingId",
                table: "Decisions",
                column: "MeetingId",
                principalTable: "Meetings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_MeetingActions_Decisions_DecisionId",
                table: "MeetingActions",
                column: "DecisionId",
                principalTable: "Decisions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Meetings_MeetingSeries_SeriesId",
                table: "Meetings",
                column: "SeriesId",
                principalTable: "MeetingSeries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Decisions_Meetings_MeetingId",
                table: "Decisions");

            migrationBuilder.DropForeignKey(
                name: "FK_MeetingActions_Decisions_DecisionId",
                table: "MeetingActions");

            migrationBuilder.DropForeignKey(
                name: "FK_Meetings_MeetingSeries_SeriesId",
                table: "Meetings");

            migrationBuilder.DropTable(
                name: "ActionNotes");

            migrationBuilder.DropTable(
                name: "AskingLinks");

            migrationBuilder.DropTable(
                name: "DiscussionHearer");

            migrationBuilder.DropTable(
                name: "DroppedSuggestion");

            migrationBuilder.DropTable(
                name: "FollowedDirectories");

            migrationBuilder.DropTable(
                name: "Guest");

            migrationBuilder.DropTable(
                name: "ImportChanges");

            migrationBuilder.DropTable(
                name: "InvitationLinks");

            migrationBuilder.DropTable(
                name: "ItemNotes");

            migrationBuilder.DropTable(
                name: "KeptProfiles");

            migrationBuilder.DropTable(
                name: "LetterAttachment");

            migrationBuilder.DropTable(
                name: "MeasureUses");

            migrationBuilder.DropTable(
                name: "MeetingPapers");

            migrationBuilder.DropTable(
                name: "MeetingSeries");

            migrationBuilder.DropTable(
                name: "MinutesCorrection");

            migrationBuilder.DropTable(
                name: "NoteEdits");

            migrationBuilder.DropTable(
                name: "OwnMeasures");

            migrationBuilder.DropTable(
                name: "PlacePrints");

            migrationBuilder.DropTable(
                name: "PreparedReports");

            migrationBuilder.DropTable(
                name: "SaidPages");

            migrationBuilder.DropTable(
                name: "SaidSources");

            migrationBuilder.DropTable(
                name: "SittingSpell");

            migrationBuilder.DropTable(
                name: "StoriesInRounds");

            migrationBuilder.DropTable(
                name: "StoryTrails");

            migrationBuilder.DropTable(
                name: "Theories");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "ValueInputs");

            migrationBuilder.DropTable(
                name: "Askings");

            migrationBuilder.DropTable(
                name: "Discussions");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropTable(
                name: "AgreedMinutes");

            migrationBuilder.DropTable(
                name: "SaidAndDone");

            migrationBuilder.DropTable(
                name: "Sittings");

            migrationBuilder.DropTable(
                name: "StoryRounds");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ConversationId",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_PassedOnBy",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_PassedOnFrom",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_OutcomeReports_CsvSha256",
                table: "OutcomeReports");

            migrationBuilder.DropIndex(
                name: "IX_OutcomeReports_FiguresSha256",
                table: "OutcomeReports");

            migrationBuilder.DropIndex(
                name: "IX_OutcomeReports_PdfSha256",
                table: "OutcomeReports");

            migrationBuilder.DropIndex(
                name: "IX_OutcomeReports_ProgrammeId_Month_Kind_Edition",
                table: "OutcomeReports");

            migrationBuilder.DropIndex(
                name: "IX_Meetings_SeriesId_HeldOn",
                table: "Meetings");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_AgencyId_DoneOn_DroppedOn_DueOn",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_DecisionId",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_Made_MadeId",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_OwnerId_DoneOn_DroppedOn_DueOn",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_ProgrammeId_DoneOn_DroppedOn_DueOn",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_MeetingActions_ProgrammeId_DueOn",
                table: "MeetingActions");

            migrationBuilder.DropIndex(
                name: "IX_Introductions_ProgrammeId_Outcome_On_NeighbourhoodId_ToAssetId",
                table: "Introductions");

            migrationBuilder.DropIndex(
                name: "IX_ImportBatches_Outcome_BeatAt",
                table: "ImportBatches");

            migrationBuilder.DropIndex(
                name: "IX_ActivityStatusChanges_Status_From_ActivityId",
                table: "ActivityStatusChanges");

            migrationBuilder.DropIndex(
                name: "IX_ActivitySessions_HeldOn_ActivityId_HeadCount",
                table: "ActivitySessions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Decisions",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_ProgrammeId_Id",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "ConversationId",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "HidesPlace",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "MayGoOnWeb",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "MayNameTeller",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "MayShowPicture",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "OutcomeCodes",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "StaysOutOfReports",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "DisclosureRule",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "PublishesAlone",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "OutcomeReports");

            migrationBuilder.DropColumn(
                name: "Cells",
                table: "OutcomeReports");

            migrationBuilder.DropColumn(
                name: "CsvSha256",
                table: "OutcomeReports");

            migrationBuilder.DropColumn(
                name: "Inputs",
                table: "OutcomeReports");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "OutcomeReports");

            migrationBuilder.DropColumn(
                name: "NoReportLetters",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "CalendarKey",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "CalendarVersion",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "SeriesId",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "MeetingAttendances");

            migrationBuilder.DropColumn(
                name: "ArrivedAt",
                table: "MeetingAttendances");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "MeetingAttendances");

            migrationBuilder.DropColumn(
                name: "AgendaItemId",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "AskedUntil",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "DecisionId",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "DroppedOn",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "FirstDueOn",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "Made",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "MadeId",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "RemindedAfter",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "RemindedBefore",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "StartedOn",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "StayedId",
                table: "ImportProblems");

            migrationBuilder.DropColumn(
                name: "BeatAt",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "IsNoted",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "KeptSince",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "RowsRead",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "TakenBack",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Gifts");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Gifts");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Gifts");

            migrationBuilder.DropColumn(
                name: "Link",
                table: "AgendaItem");

            migrationBuilder.DropColumn(
                name: "MinutesOf",
                table: "AgendaItem");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "AgendaItem");

            migrationBuilder.DropColumn(
                name: "Presenter",
                table: "AgendaItem");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "AgendaItem");

            migrationBuilder.DropColumn(
                name: "ProgrammeId",
                table: "Decisions");

            migrationBuilder.RenameTable(
                name: "Decisions",
                newName: "Decision");

            migrationBuilder.RenameIndex(
                name: "IX_Decisions_MeetingId",
                table: "Decision",
                newName: "IX_Decision_MeetingId");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Decision",
                table: "Decision",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ConversationId",
                table: "Signposts",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_PassedOnBy",
                table: "Signposts",
                column: "PassedOnBy");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_PassedOnFrom",
                table: "Signposts",
                column: "PassedOnFrom");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeReports_ProgrammeId_Month_Edition",
                table: "OutcomeReports",
                columns: new[] { "ProgrammeId", "Month", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_AgencyId_DoneOn_DueOn",
                table: "MeetingActions",
                columns: new[] { "AgencyId", "DoneOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_OwnerId_DoneOn_DueOn",
                table: "MeetingActions",
                columns: new[] { "OwnerId", "DoneOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingActions_ProgrammeId_DoneOn_DueOn",
                table: "MeetingActions",
                columns: new[] { "ProgrammeId", "DoneOn", "DueOn" });

            migrationBuilder.AddForeignKey(
                name: "FK_Decision_Meetings_MeetingId",
                table: "Decision",
                column: "MeetingId",
                principalTable: "Meetings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
