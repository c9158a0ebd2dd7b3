using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WordsAsTheyWent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReceivedTexts_PatientId",
                table: "ReceivedTexts");

            migrationBuilder.AddColumn<int>(
                name: "AnswerParts",
                table: "ReceivedTexts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Said",
                table: "Messages",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_At_AnswerParts",
                table: "ReceivedTexts",
                columns: new[] { "At", "AnswerParts" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_PatientId_HandledAt",
                table: "ReceivedTexts",
                columns: new[] { "PatientId", "HandledAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReceivedTexts_At_AnswerParts",
                table: "ReceivedTexts");

            migrationBuilder.DropIndex(
                name: "IX_ReceivedTexts_PatientId_HandledAt",
                table: "ReceivedTexts");

            migrationBuilder.DropColumn(
                name: "AnswerParts",
                table: "ReceivedTexts");

            migrationBuilder.DropColumn(
                name: "Said",
                table: "Messages");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_PatientId",
                table: "ReceivedTexts",
                column: "PatientId");
        }
    }
}
