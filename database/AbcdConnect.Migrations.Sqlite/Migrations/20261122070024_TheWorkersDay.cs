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
            migrationBuilder.DropIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id",
                table: "Gifts");

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

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyMetrics_ProgrammeId_Scope_Month_Part",
                table: "MonthlyMetrics",
                columns: new[] { "ProgrammeId", "Scope", "Month", "Part" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id_PersonId_Direction_Kind_TermId",
                table: "Gifts",
                columns: new[] { "ProgrammeId", "HeardOn", "Id", "PersonId", "Direction", "Kind", "TermId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_MonthlyMetrics_ProgrammeId_Scope_Month_Part",
                table: "MonthlyMetrics");

            migrationBuilder.DropIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id_PersonId_Direction_Kind_TermId",
                table: "Gifts");

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
                name: "ChangedAt",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Signposts");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
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
                name: "ChangedAt",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Assets");

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

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_ProgrammeId_HeardOn_Id",
                table: "Gifts",
                columns: new[] { "ProgrammeId", "HeardOn", "Id" });
        }
    }
}
