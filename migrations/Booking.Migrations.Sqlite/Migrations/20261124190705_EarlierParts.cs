using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EarlierParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_State_TriedAt_Parts_Channel",
                table: "Messages");

            migrationBuilder.AddColumn<int>(
                name: "EarlierParts",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_State_TriedAt_Parts_EarlierParts_Channel",
                table: "Messages",
                columns: new[] { "State", "TriedAt", "Parts", "EarlierParts", "Channel" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_State_TriedAt_Parts_EarlierParts_Channel",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "EarlierParts",
                table: "Messages");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_State_TriedAt_Parts_Channel",
                table: "Messages",
                columns: new[] { "State", "TriedAt", "Parts", "Channel" });
        }
    }
}
