using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Answer",
                table: "Messages",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "Messages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReceivedTexts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Sid = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PatientId = table.Column<int>(type: "int", nullable: true),
                    AppointmentId = table.Column<int>(type: "int", nullable: true),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(306)", maxLength: 306, nullable: true),
                    HandledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HandledBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReceivedTexts_Appointments_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "Appointments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReceivedTexts_Patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_AppointmentId",
                table: "ReceivedTexts",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_From_At",
                table: "ReceivedTexts",
                columns: new[] { "From", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_HandledAt",
                table: "ReceivedTexts",
                column: "HandledAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_PatientId",
                table: "ReceivedTexts",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_Sid",
                table: "ReceivedTexts",
                column: "Sid",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReceivedTexts");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "Messages");
        }
    }
}
