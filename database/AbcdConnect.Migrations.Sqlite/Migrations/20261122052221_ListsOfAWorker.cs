using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AbcdConnect.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ListsOfAWorker : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signposts_NeighbourhoodId_GivenOn_Id",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ProgrammeId_GivenOn_Id",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ProgrammeId_State_GivenOn_Id",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_People_NeighbourhoodId_AddedOn_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_NeighbourhoodId_FirstName_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_AddedOn_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_FirstName_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Introductions_NeighbourhoodId_On_Id",
                table: "Introductions");

            migrationBuilder.DropIndex(
                name: "IX_Introductions_ProgrammeId_On_Id",
                table: "Introductions");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_NeighbourhoodId_HeldOn_Id",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_ProgrammeId_HeldOn_Id",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_ProgrammeId_Kind_HeldOn_Id",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Connections_NeighbourhoodId_BeganOn_Id",
                table: "Connections");

            migrationBuilder.DropIndex(
                name: "IX_Connections_ProgrammeId_BeganOn_Id",
                table: "Connections");

            migrationBuilder.DropIndex(
                name: "IX_Assets_NeighbourhoodId_Name_Id",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Kind_Name_Id",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Name_Id",
                table: "Assets");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_NeighbourhoodId",
                table: "Signposts",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ProgrammeId_GivenOn_Id_NeighbourhoodId_WorkerId_State",
                table: "Signposts",
                columns: new[] { "ProgrammeId", "GivenOn", "Id", "NeighbourhoodId", "WorkerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ProgrammeId_NeighbourhoodId_GivenOn_Id",
                table: "Signposts",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "GivenOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ProgrammeId_State_GivenOn_Id_NeighbourhoodId_WorkerId",
                table: "Signposts",
                columns: new[] { "ProgrammeId", "State", "GivenOn", "Id", "NeighbourhoodId", "WorkerId" });

            migrationBuilder.CreateIndex(
                name: "IX_People_NeighbourhoodId",
                table: "People",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_AddedOn_Id_NeighbourhoodId_AddedBy_MergedInto_AnonymisedOn",
                table: "People",
                columns: new[] { "ProgrammeId", "AddedOn", "Id", "NeighbourhoodId", "AddedBy", "MergedInto", "AnonymisedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_FirstName_Id_NeighbourhoodId_AddedBy_MergedInto_AnonymisedOn",
                table: "People",
                columns: new[] { "ProgrammeId", "FirstName", "Id", "NeighbourhoodId", "AddedBy", "MergedInto", "AnonymisedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_NeighbourhoodId_AddedOn_Id",
                table: "People",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "AddedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_NeighbourhoodId_FirstName_Id",
                table: "People",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "FirstName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_ProgrammeId_NeighbourhoodId_On_Id",
                table: "Introductions",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_ProgrammeId_On_Id_NeighbourhoodId_WorkerId",
                table: "Introductions",
                columns: new[] { "ProgrammeId", "On", "Id", "NeighbourhoodId", "WorkerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_NeighbourhoodId",
                table: "Conversations",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProgrammeId_HeldOn_Id_NeighbourhoodId_WorkerId",
                table: "Conversations",
                columns: new[] { "ProgrammeId", "HeldOn", "Id", "NeighbourhoodId", "WorkerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProgrammeId_Kind_HeldOn_Id_NeighbourhoodId_WorkerId",
                table: "Conversations",
                columns: new[] { "ProgrammeId", "Kind", "HeldOn", "Id", "NeighbourhoodId", "WorkerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProgrammeId_NeighbourhoodId_HeldOn_Id",
                table: "Conversations",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "HeldOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Connections_NeighbourhoodId",
                table: "Connections",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_Connections_ProgrammeId_BeganOn_Id_NeighbourhoodId_RecordedBy",
                table: "Connections",
                columns: new[] { "ProgrammeId", "BeganOn", "Id", "NeighbourhoodId", "RecordedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Connections_ProgrammeId_NeighbourhoodId_BeganOn_Id",
                table: "Connections",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "BeganOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_NeighbourhoodId",
                table: "Assets",
                column: "NeighbourhoodId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Kind_Name_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Kind", "Name", "Id", "MergedInto", "RejectedOn", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Name", "Id", "MergedInto", "RejectedOn", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_Name_Id",
                table: "Assets",
                columns: new[] { "ProgrammeId", "NeighbourhoodId", "Name", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signposts_NeighbourhoodId",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ProgrammeId_GivenOn_Id_NeighbourhoodId_WorkerId_State",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ProgrammeId_NeighbourhoodId_GivenOn_Id",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_Signposts_ProgrammeId_State_GivenOn_Id_NeighbourhoodId_WorkerId",
                table: "Signposts");

            migrationBuilder.DropIndex(
                name: "IX_People_NeighbourhoodId",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_AddedOn_Id_NeighbourhoodId_AddedBy_MergedInto_AnonymisedOn",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_FirstName_Id_NeighbourhoodId_AddedBy_MergedInto_AnonymisedOn",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_NeighbourhoodId_AddedOn_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_ProgrammeId_NeighbourhoodId_FirstName_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Introductions_ProgrammeId_NeighbourhoodId_On_Id",
                table: "Introductions");

            migrationBuilder.DropIndex(
                name: "IX_Introductions_ProgrammeId_On_Id_NeighbourhoodId_WorkerId",
                table: "Introductions");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_NeighbourhoodId",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_ProgrammeId_HeldOn_Id_NeighbourhoodId_WorkerId",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_ProgrammeId_Kind_HeldOn_Id_NeighbourhoodId_WorkerId",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_ProgrammeId_NeighbourhoodId_HeldOn_Id",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Connections_NeighbourhoodId",
                table: "Connections");

            migrationBuilder.DropIndex(
                name: "IX_Connections_ProgrammeId_BeganOn_Id_NeighbourhoodId_RecordedBy",
                table: "Connections");

            migrationBuilder.DropIndex(
                name: "IX_Connections_ProgrammeId_NeighbourhoodId_BeganOn_Id",
                table: "Connections");

            migrationBuilder.DropIndex(
                name: "IX_Assets_NeighbourhoodId",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Kind_Name_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_Name_Id_MergedInto_RejectedOn_ClosedOn",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_ProgrammeId_NeighbourhoodId_Name_Id",
                table: "Assets");

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_NeighbourhoodId_GivenOn_Id",
                table: "Signposts",
                columns: new[] { "NeighbourhoodId", "GivenOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ProgrammeId_GivenOn_Id",
                table: "Signposts",
                columns: new[] { "ProgrammeId", "GivenOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Signposts_ProgrammeId_State_GivenOn_Id",
                table: "Signposts",
                columns: new[] { "ProgrammeId", "State", "GivenOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_People_NeighbourhoodId_AddedOn_Id",
                table: "People",
                columns: new[] { "NeighbourhoodId", "AddedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_People_NeighbourhoodId_FirstName_Id",
                table: "People",
                columns: new[] { "NeighbourhoodId", "FirstName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_AddedOn_Id",
                table: "People",
                columns: new[] { "ProgrammeId", "AddedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_People_ProgrammeId_FirstName_Id",
                table: "People",
                columns: new[] { "ProgrammeId", "FirstName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_NeighbourhoodId_On_Id",
                table: "Introductions",
                columns: new[] { "NeighbourhoodId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Introductions_ProgrammeId_On_Id",
                table: "Introductions",
                columns: new[] { "ProgrammeId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_NeighbourhoodId_HeldOn_Id",
                table: "Conversations",
                columns: new[] { "NeighbourhoodId", "HeldOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProgrammeId_HeldOn_Id",
                table: "Conversations",
                columns: new[] { "ProgrammeId", "HeldOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProgrammeId_Kind_HeldOn_Id",
                table: "Conversations",
                columns: new[] { "ProgrammeId", "Kind", "HeldOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Connections_NeighbourhoodId_BeganOn_Id",
                table: "Connections",
                columns: new[] { "NeighbourhoodId", "BeganOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Connections_ProgrammeId_BeganOn_Id",
                table: "Connections",
                columns: new[] { "ProgrammeId", "BeganOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_NeighbourhoodId_Name_Id",
                table: "Assets",
                columns: new[] { "NeighbourhoodId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Kind_Name_Id",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Kind", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_ProgrammeId_Name_Id",
                table: "Assets",
                columns: new[] { "ProgrammeId", "Name", "Id" });
        }
    }
}
