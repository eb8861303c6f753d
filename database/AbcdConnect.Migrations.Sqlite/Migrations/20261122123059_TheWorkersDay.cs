using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AbcdConnect.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TheWorkersDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SearchTokens");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ActivityId_GivenOn",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_AssetId_GivenOn",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_WorkerId_FollowUpDue",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id",
                table: "Gifts");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_WorkerId_NextStepDoneOn_NextStepDue",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Record_At_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Targets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Targets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Staffing",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Staffing",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ByAttendance",
                table: "Signposts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Signposts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Signposts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PassedOnBy",
                table: "Signposts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PassedOnFrom",
                table: "Signposts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StoodBefore",
                table: "Signposts",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DaysListLength",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KeepInTouchWeeks",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OpenKey",
                table: "Programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PhonesKeepNothing",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SharesOpenly",
                table: "Programmes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Practitioners",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Practitioners",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "PersonMerges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "PersonMerges",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KeepInTouchWeeks",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Neighbourhoods",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Neighbourhoods",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Meetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "MinutesAt",
                table: "Meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MinutesBy",
                table: "Meetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "MeetingAttendances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredBy",
                table: "MeetingAttendances",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "MeetingActions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "MeetingActions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Introductions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Introductions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "ImportBatches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "ImportBatches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "DataProtectionRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "DataProtectionRequests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Conversations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Connections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Connections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProgrammeId",
                table: "AuditEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskFirstFrom",
                table: "Assets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Assets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DoubtWeight",
                table: "Assets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MapX",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MapY",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicCode",
                table: "Assets",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sources",
                table: "Assets",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Traits",
                table: "Assets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "AgendaItem",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "AgendaItem",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Agencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Agencies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Activities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ChangedBy",
                table: "Activities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AssetDoubts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: true),
                    SignpostId = table.Column<long>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetDoubts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssetDoubts_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AssetMerges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptId = table.Column<long>(type: "INTEGER", nullable: false),
                    MergedId = table.Column<long>(type: "INTEGER", nullable: false),
                    MergedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    MergedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Moved = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssetMerges_Assets_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetMerges_Assets_MergedId",
                        column: x => x.MergedId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetPairs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    SecondId = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotTheSameAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SaidBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetPairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssetPairs_Assets_FirstId",
                        column: x => x.FirstId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetPairs_Assets_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetPhotos",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetPhotos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssetPhotos_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DayAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Ticket = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    WorkerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: true),
                    SignpostId = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherPersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsOneOfMany = table.Column<bool>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DayAnswers_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DayAnswers_Members_WorkerId",
                        column: x => x.WorkerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DayAnswers_People_OtherPersonId",
                        column: x => x.OtherPersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DayAnswers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DayAnswers_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DayAnswers_Signposts_SignpostId",
                        column: x => x.SignpostId,
                        principalTable: "Signposts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Devices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Browser = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    Secret = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Devices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Devices_Members_UserId",
                        column: x => x.UserId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeeperLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeBy = table.Column<long>(type: "INTEGER", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeeperLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeeperLinks_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeeperProposals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Proposed = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<long>(type: "INTEGER", nullable: true),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeeperProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeeperProposals_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SearchedRecords",
                columns: table => new
                {
                    Kind = table.Column<byte>(type: "INTEGER", maxLength: 32, nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    WordIds = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchedRecords", x => new { x.Kind, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "SearchIndexStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Making = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", maxLength: 32, nullable: false),
                    Below = table.Column<long>(type: "INTEGER", nullable: false),
                    Changes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchIndexStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchKeys",
                columns: table => new
                {
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchKeys", x => new { x.ProgrammeId, x.Key, x.Word });
                });

            migrationBuilder.CreateTable(
                name: "SearchPostings",
                columns: table => new
                {
                    WordId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchPostings", x => new { x.WordId, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", maxLength: 32, nullable: false),
                    Area = table.Column<long>(type: "INTEGER", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    InName = table.Column<bool>(type: "INTEGER", nullable: false),
                    Uses = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentBy = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => new { x.Id, x.SentBy });
                });

            migrationBuilder.CreateTable(
                name: "UpkeepItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    NeighbourhoodId = table.Column<long>(type: "INTEGER", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SignpostsLately = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpkeepItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UpkeepItems_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ActivityId_GivenOn_State_AttendedOn_Reason",
                table: "Signposts",
                columns: new[] { "ActivityId", "GivenOn", "State", "AttendedOn", "Reason" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_AssetId_GivenOn_State_AttendedOn_Reason",
                table: "Signposts",
                columns: new[] { "AssetId", "GivenOn", "State", "AttendedOn", "Reason" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_PassedOnBy",
                table: "Signposts",
                column: "PassedOnBy");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_PassedOnFrom",
                table: "Signposts",
                column: "PassedOnFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_WorkerId_FollowUpDue_Id_ProgrammeId_NeighbourhoodId_PersonId",
                table: "Signposts",
                columns: new[] { "WorkerId", "FollowUpDue", "Id", "ProgrammeId", "NeighbourhoodId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Postcodes_Latitude_Longitude",
                table: "Postcodes",
                columns: new[] { "Latitude", "Longitude" });

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_KeepInTouchWeeks_NeighbourhoodId",
                table: "People",
                columns: new[] { "ProgrammeId", "KeepInTouchWeeks", "NeighbourhoodId" });

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_NeighbourhoodId_IsConnector_Id",
                table: "People",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "IsConnector", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyMetrics_ProgrammeId_Scope_Month_Part",
                table: "MonthlyMetrics",
                columns: new[] { "ProgrammeId", "Scope", "Month", "Part" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id_PersonId_Direction_Kind_TermId",
                table: "Gifts",
                columns: new[] { "ProgrammeId", "HeardOn", "Id", "PersonId", "Direction", "Kind", "TermId" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_ProgrammeId_TermId_Direction_HeardOn_Id_PersonId",
                table: "Gifts",
                columns: new[] { "ProgrammeId", "TermId", "Direction", "HeardOn", "Id", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_WorkerId_NextStepDoneOn_NextStepDue_Id_ProgrammeId_NeighbourhoodId",
                table: "Conversations",
                columns: new[] { "WorkerId", "NextStepDoneOn", "NextStepDue", "Id", "ProgrammeId", "NeighbourhoodId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ProgrammeId_At_Sequence",
                table: "AuditEntries",
                columns: new[] { "ProgrammeId", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ProgrammeId_Record_At_Sequence",
                table: "AuditEntries",
                columns: new[] { "ProgrammeId", "Record", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_AskFirstFrom_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets",
                columns: new[] { "ProgrammeId", "AskFirstFrom", "Id", "MergedInto", "RejectedOn", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_ChangedAt_Id",
                table: "Assets",
                columns: new[] { "ProgrammeId", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Id_Kind_MergedInto_RejectedOn",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Id", "Kind", "MergedInto", "RejectedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Latitude_Longitude",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Latitude", "Longitude" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_MapY_MapX_MergedInto_RejectedOn_ClosedOn_Kind_CategoryId_NeighbourhoodId_Traits_Id",
                table: "Assets",
                columns: new[] { "ProgrammeId", "MapY", "MapX", "MergedInto", "RejectedOn", "ClosedOn", "Kind", "CategoryId", "NeighbourhoodId", "Traits", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn_Kind_CategoryId_NeighbourhoodId_Traits_MapY_MapX",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Name", "Id", "MergedInto", "RejectedOn", "ClosedOn", "Kind", "CategoryId", "NeighbourhoodId", "Traits", "MapY", "MapX" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id",
                table: "Assets",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "CategoryId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_PublicCode",
                table: "Assets",
                column: "PublicCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetHours_Day_Opens_Closes_AssetId",
                table: "AssetHours",
                columns: new[] { "Day", "Opens", "Closes", "AssetId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetDoubts_AssetId_SettledAt_At",
                table: "AssetDoubts",
                columns: new[] { "AssetId", "SettledAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetDoubts_ProgrammeId_SettledAt_Kind_At",
                table: "AssetDoubts",
                columns: new[] { "ProgrammeId", "SettledAt", "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetDoubts_SignpostId",
                table: "AssetDoubts",
                column: "SignpostId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetMerges_KeptId",
                table: "AssetMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetMerges_MergedId",
                table: "AssetMerges",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetMerges_ProgrammeId_UndoneAt_MergedAt",
                table: "AssetMerges",
                columns: new[] { "ProgrammeId", "UndoneAt", "MergedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetPairs_FirstId_SecondId",
                table: "AssetPairs",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetPairs_ProgrammeId_NotTheSameAt_Score",
                table: "AssetPairs",
                columns: new[] { "ProgrammeId", "NotTheSameAt", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetPairs_SecondId",
                table: "AssetPairs",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetPhotos_AssetId_Id",
                table: "AssetPhotos",
                columns: new[] { "AssetId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DayAnswers_ConversationId",
                table: "DayAnswers",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_DayAnswers_OtherPersonId",
                table: "DayAnswers",
                column: "OtherPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_DayAnswers_PersonId_Kind_OtherPersonId",
                table: "DayAnswers",
                columns: new[] { "PersonId", "Kind", "OtherPersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_DayAnswers_ProgrammeId",
                table: "DayAnswers",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_DayAnswers_SignpostId",
                table: "DayAnswers",
                column: "SignpostId");

            migrationBuilder.CreateIndex(
                name: "IX_DayAnswers_Ticket",
                table: "DayAnswers",
                column: "Ticket");

            migrationBuilder.CreateIndex(
                name: "IX_DayAnswers_WorkerId_On_Id",
                table: "DayAnswers",
                columns: new[] { "WorkerId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Devices_PublicId",
                table: "Devices",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Devices_UserId_Browser",
                table: "Devices",
                columns: new[] { "UserId", "Browser" });

            migrationBuilder.CreateIndex(
                name: "IX_Devices_UserId_LastSeenAt",
                table: "Devices",
                columns: new[] { "UserId", "LastSeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KeeperLinks_AssetId_UsedAt_ExpiresAt",
                table: "KeeperLinks",
                columns: new[] { "AssetId", "UsedAt", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KeeperLinks_TokenHash",
                table: "KeeperLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeeperProposals_AssetId",
                table: "KeeperProposals",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_KeeperProposals_ProgrammeId_SettledAt_SentAt",
                table: "KeeperProposals",
                columns: new[] { "ProgrammeId", "SettledAt", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_ProgrammeId_Kind_Area_Word_InName",
                table: "SearchWords",
                columns: new[] { "ProgrammeId", "Kind", "Area", "Word", "InName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_ProgrammeId_Kind_Word",
                table: "SearchWords",
                columns: new[] { "ProgrammeId", "Kind", "Word" });

            migrationBuilder.CreateIndex(
                name: "IX_UpkeepItems_AssetId",
                table: "UpkeepItems",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_UpkeepItems_ProgrammeId_NeighbourhoodId_Score",
                table: "UpkeepItems",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "Score" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssetDoubts");

            migrationBuilder.DropTable(
                name: "AssetMerges");

            migrationBuilder.DropTable(
                name: "AssetPairs");

            migrationBuilder.DropTable(
                name: "AssetPhotos");

            migrationBuilder.DropTable(
                name: "DayAnswers");

            migrationBuilder.DropTable(
                name: "Devices");

            migrationBuilder.DropTable(
                name: "KeeperLinks");

            migrationBuilder.DropTable(
                name: "KeeperProposals");

            migrationBuilder.DropTable(
                name: "SearchedRecords");

            migrationBuilder.DropTable(
                name: "SearchIndexStates");

            migrationBuilder.DropTable(
                name: "SearchKeys");

            migrationBuilder.DropTable(
                name: "SearchPostings");

            migrationBuilder.DropTable(
                name: "SearchWords");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "UpkeepItems");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ActivityId_GivenOn_State_AttendedOn_Reason",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_AssetId_GivenOn_State_AttendedOn_Reason",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_PassedOnBy",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_PassedOnFrom",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_WorkerId_FollowUpDue_Id_ProgrammeId_NeighbourhoodId_PersonId",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Postcodes_Latitude_Longitude",
                table: "Postcodes");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_KeepInTouchWeeks_NeighbourhoodId",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_NeighbourhoodId_IsConnector_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_MonthlyMetrics_ProgrammeId_Scope_Month_Part",
                table: "MonthlyMetrics");

            migrationBuilder.DropIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id_PersonId_Direction_Kind_TermId",
                table: "Gifts");

            migrationBuilder.DropIndex(
                name: "IX_Gifts_ProgrammeId_TermId_Direction_HeardOn_Id_PersonId",
                table: "Gifts");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_WorkerId_NextStepDoneOn_NextStepDue_Id_ProgrammeId_NeighbourhoodId",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_ProgrammeId_At_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_ProgrammeId_Record_At_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_AskFirstFrom_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_ChangedAt_Id",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Id_Kind_MergedInto_RejectedOn",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Latitude_Longitude",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_MapY_MapX_MergedInto_RejectedOn_ClosedOn_Kind_CategoryId_NeighbourhoodId_Traits_Id",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn_Kind_CategoryId_NeighbourhoodId_Traits_MapY_MapX",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_CategoryId_Id",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_PublicCode",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_AssetHours_Day_Opens_Closes_AssetId",
                table: "AssetHours");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Staffing");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Staffing");

            migrationBuilder.DropColumn(
                name: "ByAttendance",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "PassedOnBy",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "PassedOnFrom",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "StoodBefore",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "DaysListLength",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "KeepInTouchWeeks",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "OpenKey",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "PhonesKeepNothing",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "SharesOpenly",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Practitioners");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Practitioners");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "PersonMerges");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "PersonMerges");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "People");

            migrationBuilder.DropColumn(
                name: "KeepInTouchWeeks",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Neighbourhoods");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Neighbourhoods");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "MinutesAt",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "MinutesBy",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "MeetingAttendances");

            migrationBuilder.DropColumn(
                name: "AnsweredBy",
                table: "MeetingAttendances");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "MeetingActions");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Introductions");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Introductions");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "DataProtectionRequests");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "DataProtectionRequests");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ProgrammeId",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "AskFirstFrom",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "DoubtWeight",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "MapX",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "MapY",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "PublicCode",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Sources",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Traits",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "AgendaItem");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "AgendaItem");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Activities");

            migrationBuilder.CreateTable(
                name: "SearchTokens",
                columns: table => new
                {
                    ProgrammeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", maxLength: 32, nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTokens", x => new { x.ProgrammeId, x.Kind, x.Token, x.RecordId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ActivityId_GivenOn",
                table: "Signposts",
                columns: new[] { "ActivityId", "GivenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_AssetId_GivenOn",
                table: "Signposts",
                columns: new[] { "AssetId", "GivenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_WorkerId_FollowUpDue",
                table: "Signposts",
                columns: new[] { "WorkerId", "FollowUpDue" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id",
                table: "Gifts",
                columns: new[] { "ProgrammeId", "HeardOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_WorkerId_NextStepDoneOn_NextStepDue",
                table: "Conversations",
                columns: new[] { "WorkerId", "NextStepDoneOn", "NextStepDue" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Record_At_Sequence",
                table: "AuditEntries",
                columns: new[] { "Record", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Name", "Id", "MergedInto", "RejectedOn", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTokens_Kind_RecordId_Token",
                table: "SearchTokens",
                columns: new[] { "Kind", "RecordId", "Token" });
        }
    }
}
